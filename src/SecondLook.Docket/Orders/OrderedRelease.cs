using System.Text;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using Person = SecondLook.Docket.People.Person;

namespace SecondLook.Docket.Orders;

/// <summary>
/// Somebody whose term a signed order reduces, and the days that follow. What it holds of the record is where the person is and who waits
/// for the person: neither range nor floor nor basis, in any case.
/// </summary>
/// <param name="Case">The case.</param>
/// <param name="Person">The person.</param>
/// <param name="Order">The order that stands.</param>
/// <param name="Record">The place, the destination and the detainer, as the record of the ruling has them.</param>
/// <param name="Dates">The days before and after, or the fact that is missing.</param>
public sealed record OrderedRelease(Case Case, Person Person, Order Order, SentencingRecord Record, ReleaseComputation Dates)
{
    internal static OrderedRelease? Of(CaseFile file, Order order, Laws law)
    {
        var ruling = file.All<Ruling>().FirstOrDefault(r => r.Id == order.SubjectId);
        var rests = file.All<Recalculation>().FirstOrDefault(r => r.Id == ruling?.RecalculationId);
        if (rests is null || order is not { Granted: true, NewTerm: { } term, EffectiveOn: { } effective })
        {
            return null;
        }

        // What was written from a record reads as one.
        new RecordJson().TryRead(Encoding.UTF8.GetBytes(rests.RecordJson), out var stored, out _);
        var record = stored! with { Id = file.Case.Name };
        var reduction = new ReductionOrder(record.Id, new Months(term), 0, order.SignedOn, effective);
        var place = new SentencingRecord
        {
            Id = record.Id,
            District = file.Case.District,
            Synthetic = file.Person.Synthetic,
            Custody = record.Custody is { } custody
                ? new Custody
                {
                    Facility = custody.Facility,
                    Destination = custody.Destination,
                    Detainer = custody.Detainer,
                    Placement = custody.Placement,
                }
                : null,
        };
        return new(
            file.Case,
            file.Person,
            order,
            place,
            SentenceComputation.Of(record, effective, reduction, law.Library, keepFindings: false)
        );
    }
}
