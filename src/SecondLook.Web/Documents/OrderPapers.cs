using System.Text.Json;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Web.Documents;

/// <summary>
/// The order in the shape of form AO 247, on two papers: one for the public docket and one that is not; and the notice of it to the prison. The
/// public paper and the notice are made of public entries alone, and so are the same for every reader.
/// </summary>
internal static class OrderPapers
{
    private const string Shape = "In the shape of form AO 247; it is not the form.";

    /// <summary>The public page.</summary>
    public static Paper Public(CaseView view, Order order) =>
        new(
            "Order regarding motion for sentence reduction under 18 U.S.C. 3582(c)(2)",
            $"order-{view.Case.Name}",
            [
                new Paragraph(Shape),
                new Lines([.. Caption(view), .. Judgment(order.OriginalJudgmentOn, order.AmendedJudgmentOn, order.Attorney)]),
                .. Body(order.UponMotionOf, order.Granted, order.LastTerm, order.Granted ? Words.NewTerm(order) : null),
                new Lines([
                    ("Order date", Wording.Date(order.SignedOn)),
                    ("Effective date", order.EffectiveOn is { } day && day != order.SignedOn ? Wording.Date(day) : "the date of the order"),
                    ("Signed by", order.SignedBy),
                ]),
            ]
        );

    /// <summary>An order for the court to complete: what is not decided yet, and what is not on file, is left blank.</summary>
    public static Paper Proposed(CaseView view, Movant upon, JudgmentOnFile onFile, string? attorney) =>
        new(
            "Proposed order regarding motion for sentence reduction under 18 U.S.C. 3582(c)(2)",
            $"proposed-order-{view.Case.Name}",
            [
                new Paragraph(Shape),
                new Lines([.. Caption(view), .. Judgment(onFile.OriginalOn, onFile.AmendedOn, attorney)]),
                .. Body(upon, null, onFile.LastTerm, null),
                new Lines([
                    ("Order date", Paper.Blank),
                    ("Effective date (if different)", Paper.Blank),
                    ("Judge's signature", Paper.Blank),
                    ("Name and title", Paper.Blank),
                ]),
            ]
        );

    /// <summary>The page that is not for the public docket.</summary>
    public static Paper Restricted(CaseView view, Order order, RestrictedPage page)
    {
        var rests = view.All<Recalculation>().FirstOrDefault(r => r.Id == page.RecalculationId);
        return new(
            "Order regarding motion for sentence reduction: the page that is not for the public docket",
            $"restricted-{view.Case.Name}",
            [
                new Paragraph("This page contains information that should not be filed in court unless under seal. " + Shape),
                new Lines([.. Caption(view)]),
                new Heading("I. Court determination of guideline range (prior to any departures)"),
                rests is null ? new Paragraph("The order rests on no computation that is open here.") : Ranges(rests),
                new Heading("II. Sentence relative to the amended guideline range"),
                Relation(order, rests, page),
                new Heading("III. Factors considered under USSG §1B1.10 and 18 U.S.C. 3553(a)"),
                new Paragraph(page.Text ?? ""),
            ]
        );
    }

    /// <summary>What the prison must know of the order, and no more.</summary>
    public static Paper Notice(CaseView view, Order order) =>
        new(
            "Notice of an order that changes a term of imprisonment",
            $"notice-{view.Case.Name}",
            [
                new Paragraph("To the Federal Bureau of Prisons."),
                new Lines([
                    .. Caption(view),
                    ("The motion is", order.Granted ? "granted" : "denied"),
                    ("Term of the last judgment", Words.Term(order.LastTerm)),
                    ("New term", order.Granted ? Words.NewTerm(order) : "unchanged"),
                    ("Order date", Wording.Date(order.SignedOn)),
                    ("Effective date", order.EffectiveOn is { } day ? Wording.Date(day) : "none"),
                    ("Signed by", order.SignedBy),
                ]),
                new Paragraph(Unchanged),
                new Paragraph(
                    "The Bureau computes the release date. A copy of the order goes with this notice; this notice says nothing of why the order was made."
                ),
            ]
        );

    private static IEnumerable<(string Name, string Value)> Judgment(DateOnly? original, DateOnly? amended, string? attorney) =>
        [
            ("Date of original judgment", original is { } first ? Wording.Date(first) : Paper.Blank),
            ("Date of previous amended judgment", amended is { } last ? Wording.Date(last) : Paper.Blank),
            ("Attorney for the defendant", attorney ?? Paper.Blank),
        ];

    internal static IEnumerable<(string Name, string Value)> Caption(CaseView view) =>
        [
            ("United States District Court", District(view.Case.District)),
            ("United States of America v.", view.Person.Name),
            ("Case number", view.Case.Name),
            ("USM number", view.Person.ShownNumber),
        ];

    /// <summary>Such as <c>Eastern District of Tennessee</c>, or <c>District of Maine</c>.</summary>
    private static string District(string code)
    {
        if (!Screening.Release.Places.Districts.TryGetValue(code, out var place))
        {
            return code;
        }

        var part = Parts.FirstOrDefault(part => place.Name.EndsWith($" {part}", StringComparison.Ordinal));
        return part is null ? $"District of {place.Name}" : $"{part} District of {place.Name[..^(part.Length + 1)]}";
    }

    private static readonly string[] Parts = ["Northern", "Southern", "Eastern", "Western", "Middle", "Central"];

    private const string Unchanged =
        "Except as stated here, every provision of the judgment stays in effect: fine, restitution and supervised release are unchanged.";

    private static IEnumerable<Block> Body(Movant upon, bool? granted, int? lastTerm, string? newTerm) =>
        [
            new Boxes([
                (upon is Movant.Person or Movant.Counsel, "Upon motion of the defendant"),
                (upon == Movant.Director, "Upon motion of the Director of the Bureau of Prisons"),
                (upon == Movant.Court, "Upon the court's own motion"),
            ]),
            new Paragraph(
                "under 18 U.S.C. 3582(c)(2) for a reduction in the term of imprisonment that was imposed on the basis of a guideline range that the "
                    + "United States Sentencing Commission has since lowered and made retroactive under 28 U.S.C. 994(u), and having considered the motion, the policy "
                    + "statement at USSG §1B1.10, and the factors of 18 U.S.C. 3553(a) to the extent that they apply, it is ordered that the motion is:"
            ),
            new Boxes([
                (granted == false, "Denied."),
                (
                    granted == true,
                    $"Granted, and the term of imprisonment of the last judgment issued, {(lastTerm is null ? $"{Paper.Blank} months" : Words.Term(lastTerm))}, is reduced to {newTerm ?? $"{Paper.Blank} months"}."
                ),
            ]),
            new Paragraph(Unchanged),
        ];

    private static Grid Ranges(Recalculation rests)
    {
        using var stored = JsonDocument.Parse(rests.DeterminationJson);
        var root = stored.RootElement;
        var previous =
            root.TryGetProperty("current", out var current) && current.ValueKind == JsonValueKind.Object
                ? current
                : root.GetProperty("original");
        var amended = root.TryGetProperty("amended", out var found) && found.ValueKind == JsonValueKind.Object ? found : (JsonElement?)null;
        return new(
            "Previous and amended",
            ["", "Previous", "Amended"],
            [
                ["Total offense level", Value(previous, "totalOffenseLevel"), Value(amended, "totalOffenseLevel")],
                ["Criminal history category", Value(previous, "category"), Value(amended, "category")],
                ["Guideline range", Range(previous), Range(amended)],
            ]
        );
    }

    private static Boxes Relation(Order order, Recalculation? rests, RestrictedPage page)
    {
        var (least, most) = rests is null ? (null, null) : AmendedRange(rests);
        var term = order.Granted ? order.NewTerm : null;
        var within = page.Beyond is null && term >= least && (most is null || term <= most);
        var comparable = page.Beyond is null && term < least && rests is not null && Basis(rests) == "comparable-reduction";
        return new([
            (term is not null && within, "The reduced sentence is within the amended guideline range."),
            (
                term is not null && comparable,
                "The previous term was less than the range then in force because of substantial assistance or Rule 35, and the reduced sentence is comparably less than the amended range."
            ),
            (term is not null && page.Beyond is null && term > most, "The reduced sentence is above the amended guideline range."),
            (page.Beyond is not null, $"Other: {(page.Beyond is { } beyond ? $"{Words.Of(beyond)}. The method is the court's." : "")}"),
        ]);
    }

    private static (int? Least, int? Most) AmendedRange(Recalculation rests)
    {
        using var stored = JsonDocument.Parse(rests.DeterminationJson);
        return
            stored.RootElement.TryGetProperty("amended", out var amended)
            && amended.ValueKind == JsonValueKind.Object
            && amended.TryGetProperty("range", out var range)
            && range.ValueKind == JsonValueKind.Object
            ? (Number(range, "min"), Number(range, "max"))
            : (null, null);
    }

    private static string? Basis(Recalculation rests)
    {
        using var stored = JsonDocument.Parse(rests.DeterminationJson);
        return
            stored.RootElement.TryGetProperty("lowestTerm", out var lowest)
            && lowest.ValueKind == JsonValueKind.Object
            && lowest.TryGetProperty("basis", out var basis)
            ? basis.GetString()
            : null;
    }

    private static int? Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private static string Range(JsonElement? of) =>
        of is { } computation && computation.TryGetProperty("range", out var range) && range.ValueKind == JsonValueKind.Object
            ? $"{range.GetProperty("min")} to {range.GetProperty("max")} months"
            : "not settled";

    private static string Value(JsonElement? of, string name) =>
        of is { } computation && computation.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ToString()
            : "not settled";
}
