using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Docket;

namespace SecondLook.Tests.Web;

/// <summary>Cases as several tests of pages need them.</summary>
internal static class CasesInCourt
{
    /// <summary>A case in court with a motion that discloses the defender's recalculation.</summary>
    public static async Task<Guid> Filed(TestDocket docket, bool assistance, string number = "1:13-cr-00417")
    {
        var id = await docket.CaseInCourt(number);
        var first = docket.Recalculate(id, docket.Defender, assistance);
        await docket.Store.Perform(first);
        await docket.Store.Perform(docket.Move(id, docket.Defender, first.Id));
        return id;
    }

    public static Determination Determine(SentencingRecord record, string order) =>
        SentenceReduction.Determine(record, new(null, PartialDate.On(DateOnly.Parse(order))), Editions.Law);
}
