using SecondLook.Sentencing.Findings;
using Side = SecondLook.Docket.People.Side;

namespace SecondLook.Web.Pages.Motions;

/// <summary>One motion: what is on its docket, what waits, and what the reader may do.</summary>
internal sealed class MotionModel : MotionPage
{
    /// <summary>The entries of the public-safety record, in the order in which they came.</summary>
    public IReadOnlyList<SafetyEntry> Record => [.. View.All<SafetyEntry>().Where(e => e.SubjectId == MotionId)];

    /// <summary>What waits, in a sentence.</summary>
    public string WaitsFor =>
        Order is { } order
            ? IsEntered
                ? "The order is entered."
                : $"The order of {Wording.Date(order.SignedOn)} waits for the clerk to enter it."
            : IsAnswered
                ? "It waits for the ruling."
                : "It waits for the other side's response.";

    /// <summary>Where it stands, by what everybody in the case may see.</summary>
    public IEnumerable<(string Label, string State)> Steps
    {
        get
        {
            (string Label, bool Done)[] steps =
            [
                ("Motion", true),
                ("Response", IsAnswered),
                ("Order", Order is not null),
                ("Entry", IsEntered),
            ];
            var last = Array.FindLastIndex(steps, step => step.Done);
            return steps.Select(
                (step, at) =>
                    (
                        step.Label,
                        at <= last ? "complete"
                        : at == last + 1 ? "current"
                        : ""
                    )
            );
        }
    }

    /// <summary>What the reader's role does next; who may do what is decided when it is done.</summary>
    public IReadOnlyList<(string Act, string Label, bool IsNext)> Acts =>
        [.. Offered().Where(act => act.When).Select((act, at) => (act.Act, act.Label, at == 0 && (Order is null || act.Act != "sign")))];

    /// <summary>The documents of the order.</summary>
    public IReadOnlyList<(string Label, string Href)> Documents
    {
        get
        {
            var at = $"/cases/{CaseId}/documents";
            List<(string Label, string Href)> documents =
            [
                ("Order, the public page", $"{at}/order?of={Order!.Id}"),
                ("Notice to the prison", $"{at}/notice?of={Order.Id}"),
            ];
            if (View.All<RestrictedPage>().Any(p => p.SubjectId == Order.Id))
            {
                documents.Insert(1, ("Order, the page that is not public", $"{at}/restricted?of={Order.Id}"));
            }

            return documents;
        }
    }

    /// <summary>The papers of the motion.</summary>
    public IReadOnlyList<(string Label, string Href)> MotionDocuments =>
        [
            ("Motion", $"/cases/{CaseId}/documents/motion?of={MotionId}"),
            ("Proposed order", $"/cases/{CaseId}/documents/proposed-order?of={MotionId}"),
        ];

    private bool IsAnswered => View.All<Response>().Any(r => r.SubjectId == MotionId);

    private bool IsEntered => Order is { } order && View.All<OrderEntered>().Any(e => e.SubjectId == order.Id);

    /// <summary>The times that stand, on the motion and on its order.</summary>
    public static IEnumerable<Deadline> TimesOf(MotionPage page) =>
        page.View.Current<Deadline>().Where(d => d.SubjectId == page.MotionId || (page.Order is { } order && d.SubjectId == order.Id));

    /// <summary>True where both sides have it, as far as the reader may see.</summary>
    public static bool IsOpen(CasePage page, Entry entry) =>
        entry.Standing >= Standing.Filed
        || (
            page.View.All<Disclosure>().Any(d => d.SubjectId == entry.Id && d.ToDefense)
            && page.View.All<Disclosure>().Any(d => d.SubjectId == entry.Id && d.ToGovernment)
        );

    /// <summary>Who has it.</summary>
    public string Disclosed(Entry entry) =>
        IsOpen(this, entry) ? "both sides have it"
        : View.All<Disclosure>().FirstOrDefault(d => d.SubjectId == entry.Id) is { } one
            ? $"{Words.Of(entry.Standing)}, disclosed to {(one.ToDefense ? "the person and counsel" : "the government")}"
        : Words.Of(entry.Standing);

    /// <summary>Whether the link to disclose it is offered.</summary>
    public bool MayDisclose(Entry entry) =>
        !IsOpen(this, entry) && (entry.OfficeId == Me.OfficeId || (entry.Standing == Standing.Lodged && Me.Side == Side.Court));

    private IEnumerable<(string Act, string Label, bool When)> Offered()
    {
        var open = Order is null;
        return Me.Role switch
        {
            Role.Judge =>
            [
                ("rule", "Rule", open && Ruling is null),
                ("sign", open ? "Sign the order" : "Supersede the order", Ruling is not null && Ruling.ById == Me.Id),
                ("hearing", "Set a hearing", open),
                ("time", "Set a time", true),
                ("record", "Add to the record", open),
            ],
            Role.Chambers => [("hearing", "Set a hearing", open)],
            Role.Clerk =>
            [
                ("enter", "Enter the order", !open && !IsEntered),
                ("appeal", "File a notice of appeal", IsEntered),
                ("hearing", "Set a hearing", open),
            ],
            Role.Probation => [("memorandum", "Give the memorandum", open), ("record", "Add to the record", open)],
            Role.Prosecutor or Role.Defender =>
            [
                ("respond", "Respond", open && Motion.OfficeId != Me.OfficeId),
                ("record", "Add to the record", open),
            ],
            _ => [],
        };
    }
}
