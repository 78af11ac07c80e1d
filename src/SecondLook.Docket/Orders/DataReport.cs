using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Docket.Orders;

/// <summary>One line of a table.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Counts">The counts; null where one is suppressed.</param>
public sealed record ReportLine(string Name, IReadOnlyList<int?> Counts);

/// <summary>A table of the docket for anybody to read.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">What its counts count.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Total">All of them together.</param>
public sealed record ReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<ReportLine> Lines, ReportLine Total);

/// <summary>
/// The tables of the Commission's data reports on retroactive amendments, from the docket. Nothing is counted by judge. A count from one to
/// nine is suppressed, and with it what would give it away: the other ruling of its line, and the next smallest count where it
/// is the only one missing from a sum.
/// </summary>
public static class DataReport
{
    /// <summary>The smallest count that is shown, besides none.</summary>
    public const int Least = 10;

    private static readonly string[] Rulings = ["motions", "granted", "denied"];

    internal static IReadOnlyList<ReportTable> Of(IReadOnlyList<CaseFile> files, LawLibrary law)
    {
        var motions = files.SelectMany(Motions).ToList();
        var granted = motions.Where(m => m.Order?.Granted == true).ToList();
        var denied = motions.Where(m => m.Order?.Granted == false).ToList();
        string Circuit(Counted m) => law.On<Circuits>(m.Motion.FiledOn)?.Terms.Of(m.District) ?? "not known";
        return
        [
            Table("By district", Rulings, motions, m => m.District, ByRuling, Circuit),
            Table("By circuit", Rulings, motions, Circuit, ByRuling),
            Table("By month of the motion", Rulings, motions, m => $"{m.Motion.FiledOn:yyyy-MM}", ByRuling),
            Table("Who moved (18 U.S.C. 3582(c)(2))", Rulings, motions, m => Mover(m.Motion.Movant), ByRuling),
            Table("By the drug that the computation names first", Rulings, motions, m => m.Drug, ByRuling),
            Table("How far the term fell, by months", ["granted"], granted, Extent, _ => [1]),
            Table("Why motions were denied", ["denied"], denied, Frequent(denied, m => m.WhyDenied), _ => [1]),
        ];
    }

    /// <summary>
    /// The name where at least ten have it. The reason comes of sealed computations: its name alone, with the count suppressed, would tell of the few
    /// persons whose motions were denied whether a statutory minimum stood in the way.
    /// </summary>
    private static Func<Counted, string> Frequent(IReadOnlyList<Counted> counted, Func<Counted, string> name)
    {
        var counts = counted.CountBy(name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return m => counts[name(m)] < Least ? $"reasons of fewer than {Least} motions each" : name(m);
    }

    private static int[] ByRuling(Counted m) => [1, m.Order?.Granted == true ? 1 : 0, m.Order?.Granted == false ? 1 : 0];

    private static IEnumerable<Counted> Motions(CaseFile file)
    {
        foreach (var motion in file.All<Motion>().Where(m => !m.Sealed))
        {
            var order = file.Current<Order>().FirstOrDefault(o => o.MotionId == motion.Id);
            var ruling = file.All<Ruling>().FirstOrDefault(r => r.SubjectId == motion.Id);
            var rests = file.All<Recalculation>().FirstOrDefault(r => r.Id == (ruling?.RecalculationId ?? motion.RecalculationId));
            yield return new(file.Case.District, motion, order, rests?.Drug ?? "not recorded", WhyDenied(rests));
        }
    }

    private static string WhyDenied(Recalculation? rests) =>
        rests?.Outcome switch
        {
            null => "no computation in the docket",
            Outcome.Ineligible => $"not eligible: {rests.Reason}",
            Outcome.Undetermined => "undetermined by the computation",
            _ => "eligible, denied by the court (18 U.S.C. 3553(a), USSG §1B1.10, comment. (n.1(B)))",
        };

    private static string Mover(Movant movant) =>
        movant switch
        {
            Movant.Court => "the court",
            Movant.Director => "the Director of the Bureau of Prisons",
            _ => "the defendant",
        };

    private static string Extent(Counted m) =>
        m.Order is { LastTerm: { } last, NewTerm: { } next }
            ? ((last - next - 1) / 12) switch
            {
                0 => "1 to 12",
                1 => "13 to 24",
                2 => "25 to 36",
                3 => "37 to 48",
                _ => "49 or more",
            }
            : "not stated in the order";

    private static ReportTable Table(
        string title,
        IReadOnlyList<string> columns,
        IReadOnlyList<Counted> counted,
        Func<Counted, string> name,
        Func<Counted, int[]> counts,
        Func<Counted, string>? within = null
    )
    {
        var lines = counted
            .GroupBy(name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
                (Name: group.Key, Within: within?.Invoke(group.First()) ?? "", Counts: Sum(group.Select(counts), columns.Count))
            )
            .ToList();
        var shown = Suppressed([.. lines.Select(line => (line.Within, line.Counts))]);
        var total = Sum(lines.Select(line => line.Counts), columns.Count);
        return new(
            title,
            columns,
            [.. lines.Zip(shown, (line, left) => new ReportLine(line.Name, left))],
            new("Total", Suppressed([("", total)])[0])
        );
    }

    /// <summary>The counts that may be shown, of lines that are summed within a group and in all; of three columns the first is the sum of others.</summary>
    public static IReadOnlyList<int?[]> Suppressed(IReadOnlyList<(string Within, int[] Counts)> lines)
    {
        var shown = lines.Select(line => line.Counts.Select(count => count is > 0 and < Least ? (int?)null : count).ToArray()).ToList();
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var line in shown.Where(line => line.Length > 2 && line[1] is null != line[2] is null))
            {
                // Motions less the one ruling would give the other.
                (line[1], line[2], changed) = (null, null, true);
            }

            foreach (var group in lines.Select((line, at) => (line.Within, At: at)).GroupBy(line => line.Within, line => line.At))
            {
                for (var column = 0; column < shown[0].Length; column++)
                {
                    var missing = group.Where(at => shown[at][column] is null).ToList();
                    var next = group.Where(at => shown[at][column] > 0).OrderBy(at => shown[at][column]).Take(1).ToList();
                    if (missing.Count == 1 && next is [var smallest])
                    {
                        (shown[smallest][column], changed) = (null, true);
                    }
                }
            }
        }

        return shown;
    }

    private static int[] Sum(IEnumerable<int[]> counts, int columns)
    {
        var sum = new int[columns];
        foreach (var line in counts)
        {
            for (var at = 0; at < columns; at++)
            {
                sum[at] += line[at];
            }
        }

        return sum;
    }

    private sealed record Counted(string District, Motion Motion, Order? Order, string Drug, string WhyDenied);
}
