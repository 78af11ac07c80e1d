using System.Text;
using SecondLook.Sentencing.Custody;
using Months = SecondLook.Sentencing.Facts.Months;
using RecordJson = SecondLook.Sentencing.Facts.RecordJson;
using SentencingRecord = SecondLook.Sentencing.Facts.SentencingRecord;

namespace SecondLook.Docket.Orders;

/// <summary>
/// An order that reduces a term, with what a release date needs: custody, terms that stand beside, and nothing of the computation on which
/// the order rests. The term that was imposed, a cut below the range, its reason, and earlier reductions stay behind in every case.
/// </summary>
/// <param name="Case">The case.</param>
/// <param name="Person">The person.</param>
/// <param name="Order">The order that stands.</param>
/// <param name="Record">The facts of custody, under the name of the case.</param>
public sealed record ReducedTerm(Cases.Case Case, Person Person, Order Order, SentencingRecord Record)
{
    /// <summary>The order as the computation of dates takes it.</summary>
    public ReductionOrder Reduction => new(Record.Id, new Months(Order.NewTerm!.Value), 0, Order.SignedOn, Order.EffectiveOn!.Value);

    internal static IEnumerable<ReducedTerm> In(CaseFile file)
    {
        foreach (var order in file.Current<Order>().Where(o => o is { Granted: true, NewTerm: not null, EffectiveOn: not null }))
        {
            var rests = file.All<RestrictedPage>().FirstOrDefault(p => p.SubjectId == order.Id)?.RecalculationId;
            if (
                file.All<Recalculation>().FirstOrDefault(r => r.Id == rests) is { } stored
                && new RecordJson().TryRead(Encoding.UTF8.GetBytes(stored.RecordJson), out var record, out _)
            )
            {
                yield return new(file.Case, file.Person, order, Custody(record!, order, file));
            }
        }
    }

    private static SentencingRecord Custody(SentencingRecord record, Order order, CaseFile file) =>
        new()
        {
            Id = file.Case.Name,
            District = file.Case.District,
            Synthetic = file.Person.Synthetic,
            SentencedOn = record.SentencedOn,
            Custody = record.Custody,
            Sentence = new()
            {
                // The term of the last judgment as the order's public page has it: the record's own term may be one that was cut.
                Months = order.LastTerm is { } last ? new Months(last) : null,
                Terms = record.Sentence.Terms is { Count: > 1 } several ? several : null,
                Consecutive = record.Sentence.Consecutive,
                SupervisedReleaseMonths = record.Sentence.SupervisedReleaseMonths,
            },
        };
}
