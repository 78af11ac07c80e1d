using System.Text;
using RecordJson = SecondLook.Sentencing.Facts.RecordJson;

namespace SecondLook.Docket.Orders;

/// <summary>What form AO 247 asks about the judgment, as far as it is on file; whoever signs corrects it.</summary>
/// <param name="OriginalOn">The day of the original judgment.</param>
/// <param name="AmendedOn">
/// The day of the last reduction. None where one of them was under Rule 35(b) or for a reason that is not known: its day on a public page could show
/// cooperation, and only who signs can say whether it is on the public docket anyway.
/// </param>
/// <param name="LastTerm">The term of the last judgment in months; none where the day of the last reduction is none for that reason.</param>
/// <param name="CounselId">The account of counsel for the person.</param>
public sealed record JudgmentOnFile(DateOnly? OriginalOn, DateOnly? AmendedOn, int? LastTerm, Guid? CounselId)
{
    /// <summary>What a reader may see of it.</summary>
    /// <param name="view">The case, as the reader sees it.</param>
    /// <param name="rests">The computation whose record says it; null for none.</param>
    public static JudgmentOnFile Of(CaseView view, Recalculation? rests)
    {
        var counsel = view.Current<Appearance>().LastOrDefault(a => a.Part == Part.Counsel && !a.Ends)?.AccountId;
        if (rests is null || !new RecordJson().TryRead(Encoding.UTF8.GetBytes(rests.RecordJson), out var record, out _))
        {
            return new(null, null, null, counsel);
        }

        var reductions = record!.EarlierReductions ?? [];
        var isPublic = reductions.All(r => r.Basis?.StartsWith("amendment-", StringComparison.Ordinal) == true);
        return new(
            record.SentencedOn is { IsDay: true } day ? day.First : null,
            isPublic && reductions is [.., { On: { IsDay: true } last }] ? last.First : null,
            isPublic ? rests.Term : null,
            counsel
        );
    }
}
