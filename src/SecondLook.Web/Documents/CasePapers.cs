using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Web.Cases;
using SentencingRecord = SecondLook.Sentencing.Facts.SentencingRecord;

namespace SecondLook.Web.Documents;

/// <summary>The papers of a case besides the order.</summary>
internal static class CasePapers
{
    /// <summary>The paper of a name, about an entry that the reader may see; null where there is none.</summary>
    public static Paper? Of(string name, CaseView view, Guid? about, Func<Guid, string> nameOf, LawLibrary law)
    {
        var entry = view.Entries.FirstOrDefault(e => e.Id == about);
        return (name, entry) switch
        {
            ("worksheet", Recalculation stored) => Worksheet(view, stored, law),
            ("motion", Motion motion) => Motion(view, motion),
            ("motion", Recalculation stored) => Draft(view, stored),
            ("proposed-order", Motion motion) => Proposed(
                motion.Movant,
                view.All<Recalculation>().FirstOrDefault(r => r.Id == motion.RecalculationId)
            ),
            ("proposed-order", Recalculation stored) => Proposed(Movant.Counsel, stored),
            ("order", Order order) => OrderPapers.Public(view, order),
            ("notice", Order order) => OrderPapers.Notice(view, order),
            ("restricted", Order order) when view.All<RestrictedPage>().FirstOrDefault(p => p.SubjectId == order.Id) is { } page =>
                OrderPapers.Restricted(view, order, page),
            _ => null,
        };

        Paper Proposed(Movant upon, Recalculation? rests)
        {
            var onFile = JudgmentOnFile.Of(view, rests);
            return OrderPapers.Proposed(view, upon, onFile, onFile.CounselId is { } counsel ? nameOf(counsel) : null);
        }
    }

    private static Paper Motion(CaseView view, Motion motion) =>
        new(
            "Motion for a sentence reduction under 18 U.S.C. 3582(c)(2)",
            $"motion-{view.Case.Name}",
            [
                new Lines([
                    .. OrderPapers.Caption(view),
                    ("Upon motion of", Words.Of(motion.Movant)),
                    ("Filed as of", Wording.Date(motion.FiledOn)),
                ]),
                new Paragraph($"The motion rests on {Words.Amendments(motion.Amendments)} (USSG §1B1.10(d))."),
                new Paragraph(motion.Text ?? ""),
                .. Unfiled,
            ]
        );

    private static Paper Draft(CaseView view, Recalculation stored) =>
        new(
            "Motion for a sentence reduction under 18 U.S.C. 3582(c)(2)",
            $"motion-{view.Case.Name}",
            [
                new Lines([.. OrderPapers.Caption(view), ("Upon motion of", Words.Of(Movant.Counsel)), ("Filed as of", Paper.Blank)]),
                new Paragraph(
                    $"The defendant moves under 18 U.S.C. 3582(c)(2) and USSG §1B1.10 for a reduction of the term of {Words.Term(stored.Term)} on the basis of {(stored.Amendments.Count == 0 ? Paper.Blank : Words.Amendments(stored.Amendments))}, which USSG §1B1.10(d) lists."
                ),
                new Paragraph(
                    stored.EarliestEffective is { } earliest
                        ? $"An order may not take effect before {Wording.Date(earliest)}; it may be signed before."
                        : "No special instruction sets a day before which an order may not take effect."
                ),
                new Paragraph(
                    "The factors of 18 U.S.C. 3553(a), public safety, and conduct since sentencing (USSG §1B1.10, comment. (n.1(B))):"
                ),
                new Paragraph(Paper.Blank),
                .. Unfiled,
            ]
        );

    private static readonly Block[] Unfiled =
    [
        new Paragraph("The computation is in a worksheet that is filed under seal."),
        new Lines([("Signature", Paper.Blank), ("Name and office", Paper.Blank), ("Served on", Paper.Blank)]),
    ];

    private static Paper Worksheet(CaseView view, Recalculation stored, LawLibrary law)
    {
        var replayed = Replayed.Of(stored, law);
        var head = new Lines([
            .. OrderPapers.Caption(view),
            ("Made on", Words.Day(stored.At)),
            ("Law (fingerprint)", stored.LawFingerprint),
            ("Program", stored.EngineVersion),
        ]);
        return new(
            "Eligibility worksheet: sealed",
            $"worksheet-{view.Case.Name}",
            replayed.Determination is { } determination
                ? [head, .. Steps(Sentencing.Findings.Worksheet.Of(determination, replayed.Record), replayed.Record)]
                :
                [
                    head,
                    new Paragraph($"The answer as stored: {Words.Outcome(stored.Outcome)}."),
                    new Paragraph(Stored),
                    new Grid(
                        "The steps as stored",
                        ["Side", "Step", "Found", "Under"],
                        [.. replayed.StoredSteps.Select(step => (string[])[step.Side, step.Says, step.Value, step.Citation])]
                    ),
                ]
        );
    }

    private const string Stored =
        "Another law or another program made this computation. What it stored is shown as it stands, and is not put into sentences.";

    private static IEnumerable<Block> Steps(Worksheet worksheet, SentencingRecord record)
    {
        yield return new Heading("The answer");
        yield return new Paragraph(worksheet.Answer);
        yield return new Bullets(worksheet.Why.Lines);
        if (worksheet.Lowest is { } lowest)
        {
            yield return new Heading(lowest.Heading);
            yield return new Bullets(lowest.Lines);
        }

        if (worksheet.Steps.Count > 0)
        {
            yield return new Heading(worksheet.StepsHeading);
            yield return new Grid(
                "The calculation as the court made it, and as amended",
                ["Step", "As sentenced", "As amended", "From"],
                [
                    .. worksheet.Steps.Select(step =>
                        (string[])[step.Says, Cell(step.Original), Cell(step.Amended), From(step.Original ?? step.Amended, record)]
                    ),
                ]
            );
        }

        if (worksheet.ReductionSteps.Count > 0)
        {
            yield return new Heading(worksheet.ReductionHeading);
            yield return new Grid(
                "The reduction",
                ["Step", "Found", "From"],
                [.. worksheet.ReductionSteps.Select(step => (string[])[step.Says, Cell(step.Found), From(step.Found, record)])]
            );
        }

        foreach (var note in worksheet.Notes)
        {
            yield return new Heading(note.Heading);
            yield return new Bullets(note.Lines);
        }

        yield return new Paragraph(Sentencing.Findings.Worksheet.Closing);
    }

    private static string From(WorksheetCell? cell, SentencingRecord record) => string.Join(", ", CaseWords.Rests(cell?.Finding, record));

    private static string Cell(WorksheetCell? cell) => cell is null ? "" : $"{cell.Value} ({cell.Citation})";
}
