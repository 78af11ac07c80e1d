using System.Globalization;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing;

public static partial class LawChecks
{
    private const string QuantityTableFolder = "law/guidelines/ch2/2d1.1/drug-quantity-table.";
    private const string ChapterTwo = "law/guidelines/ch2/";
    private const string QuantityTables = "-quantity-table.";
    private const string Marihuana = "marihuana";

    /// <summary>In every edition a substance's lines must follow each other without gap or overlap, and more must never be a lower level.</summary>
    private static void CheckQuantityTables(LawFiles files, List<LawFinding> found)
    {
        foreach (
            var path in files.Paths.Where(p =>
                p.StartsWith(ChapterTwo, StringComparison.Ordinal)
                && p.Contains(QuantityTables, StringComparison.Ordinal)
                && p.EndsWith(".csv", StringComparison.Ordinal)
            )
        )
        {
            var table = LawTable.Read(path, files.Read(path), LawTables.QuantityColumns);
            var lines = table
                .Rows.Select(r => (Row: r, Substance: r.Text(1), Level: r.Whole(0), AtLeast: r.Number(2), LessThan: r.NumberOrNull(3)))
                .ToList();
            for (var i = 1; i < lines.Count; i++)
            {
                if (lines[i].Level > lines[i - 1].Level)
                {
                    found.Add(
                        new(
                            path,
                            lines[i].Row.Line,
                            $"level {lines[i].Level} stands below level {lines[i - 1].Level}; the paragraphs are printed from the highest level down."
                        )
                    );
                }
            }

            foreach (var substance in lines.GroupBy(l => l.Substance, StringComparer.Ordinal))
            {
                var sorted = substance.OrderBy(l => l.AtLeast).ThenBy(l => l.LessThan ?? decimal.MaxValue).ToList();
                if (sorted[0].AtLeast != 0)
                {
                    found.Add(new(path, sorted[0].Row.Line, $"{substance.Key}: no line for less than {sorted[0].AtLeast}."));
                }

                if (sorted[^1].LessThan is { } top)
                {
                    found.Add(new(path, sorted[^1].Row.Line, $"{substance.Key}: no line for {top} or more."));
                }

                for (var i = 1; i < sorted.Count; i++)
                {
                    var (below, above) = (sorted[i - 1], sorted[i]);
                    if (below.LessThan is { } end && end < above.AtLeast)
                    {
                        found.Add(new(path, above.Row.Line, $"{substance.Key}: a gap from {end} to {above.AtLeast}."));
                    }
                    else if (below.LessThan is null || below.LessThan > above.AtLeast)
                    {
                        found.Add(new(path, above.Row.Line, $"{substance.Key}: overlaps the line for level {below.Level}."));
                    }

                    if (above.Level <= below.Level)
                    {
                        found.Add(
                            new(
                                path,
                                above.Row.Line,
                                $"{substance.Key}: {above.AtLeast} or more is level {above.Level}, less is level {below.Level}."
                            )
                        );
                    }
                }
            }
        }
    }

    /// <summary>A threshold converted to marihuana must be marihuana's threshold for the same level, or the difference must be explained.</summary>
    private static void CheckEquivalencies(LawFiles files, LawLibrary law, List<LawFinding> found)
    {
        var explained = LawDifference.Read(files);
        var used = new HashSet<LawDifference>();
        var history = law.History<DrugQuantityTable>();
        foreach (var (effective, version) in history.AnyVersions)
        {
            var table = ((Provision<DrugQuantityTable>)version!).Terms;
            var marihuana = table.LinesOf(Marihuana)!.Lines.ToDictionary(l => l.Level, l => l.AtLeast);
            foreach (var (substance, entry) in law.On<DrugEquivalencies>(effective)?.Terms.Entries ?? new Dictionary<string, Equivalency>())
            {
                if (entry.Grams is not { } grams || table.LinesOf(substance) is not { } lines || lines.Unit == "g" != (entry.Per == "gm"))
                {
                    continue;
                }

                foreach (var line in lines.Lines.Where(l => l.AtLeast != 0))
                {
                    if (!marihuana.TryGetValue(line.Level, out var expected))
                    {
                        continue;
                    }

                    var ratio = line.AtLeast * grams / expected;
                    var reason = explained.FirstOrDefault(e => e.Explains(substance, line.Level, effective, ratio));
                    if (reason is not null)
                    {
                        used.Add(reason);
                    }
                    else if (ratio != 1)
                    {
                        found.Add(
                            new(
                                string.Create(CultureInfo.InvariantCulture, $"{QuantityTableFolder}{effective:yyyy-MM-dd}.csv"),
                                null,
                                $"{substance} at level {line.Level}: {line.AtLeast} converts to {line.AtLeast * grams} grams of marihuana, but marihuana's threshold is {expected}."
                            )
                        );
                    }
                }
            }
        }

        found.AddRange(
            explained
                .Where(e => !used.Contains(e))
                .Select(e => new LawFinding(
                    "law/checks/explained-differences.yaml",
                    null,
                    $"the difference of {e.Substance} from {e.From:yyyy-MM-dd} is no difference: take it out."
                ))
        );
    }

    /// <summary>A cap must be the marihuana weight of the highest level that the table has for the capped substances.</summary>
    private static void CheckCaps(LawLibrary law, List<LawFinding> found)
    {
        var history = law.History<ScheduleCaps>();
        foreach (var (effective, version) in history.AnyVersions)
        {
            foreach (var cap in (version as Provision<ScheduleCaps>)?.Terms.Caps ?? [])
            {
                var table = law.On<DrugQuantityTable>(effective)!.Terms;
                var highest = cap.Groups.Select(table.LinesOf).OfType<SubstanceLines>().Max(l => l.Lines[^1].Level);
                var level = DrugQuantityTable.LineOf(table.LinesOf(Marihuana)!, cap.Kilograms * 1000).Level;
                // Amendment 556 sets the cap for flunitrazepam above the top of its table.
                if (level != highest && !cap.Groups.Contains("flunitrazepam"))
                {
                    found.Add(
                        new(
                            history.File,
                            null,
                            $"the cap of {cap.Kilograms} kilograms from {effective:yyyy-MM-dd} is level {level}, but the table goes to level {highest}."
                        )
                    );
                }
            }
        }
    }

    private static void CheckCharacteristics(LawLibrary law, List<LawFinding> found)
    {
        foreach (var history in law.Elements)
        foreach (var (effective, version) in history.AnyVersions)
        {
            var items = (version as Provision<SpecificOffenseCharacteristics>)?.Terms.Items ?? [];
            foreach (var twice in items.GroupBy(i => i.Key).Concat(items.GroupBy(i => i.Paragraph)).Where(g => g.Count() > 1))
            {
                found.Add(new(history.File, null, $"{twice.Key} stands twice in the version of {effective:yyyy-MM-dd}."));
            }
        }
    }

    /// <summary>
    /// 28 U.S.C. 994(b)(2): the maximum exceeds the minimum by no more than the greater of 25 percent or six months. The printed table uses
    /// the whole of it, and grows with the level and with the category.
    /// </summary>
    private static void CheckSentencingTables(LawLibrary law, List<LawFinding> found)
    {
        var history = law.History<SentencingTable>();
        foreach (var (effective, version) in history.AnyVersions)
        {
            var cells = ((Provision<SentencingTable>)version!).Terms.Cells;
            for (var level = 1; level <= cells.Count; level++)
            {
                for (var category = 1; category <= 6; category++)
                {
                    var range = cells[level - 1][category - 1];
                    var most = range.Min.IsLife ? int.MaxValue : Math.Max(range.Min.Value + 6, range.Min.Value * 5 / 4);
                    var wrong =
                        range.Min > range.Max ? "ends before it begins"
                        : !range.Max.IsLife && range.Max.Value != most ? $"should end at {most}"
                        : range.Max.IsLife && !range.Min.IsLife && range.Min.Value != 360 ? "reaches life from less than 360"
                        : category > 1 && IsLower(range, cells[level - 1][category - 2]) ? "is below that of the category before"
                        : level > 1 && IsLower(range, cells[level - 2][category - 1]) ? "is below that of the level before"
                        : null;
                    if (wrong is not null)
                    {
                        found.Add(new(history.File, null, $"{effective:yyyy-MM-dd}, level {level}, category {category}: {range} {wrong}."));
                    }
                }
            }
        }

        static bool IsLower(Facts.MonthRange range, Facts.MonthRange than) => range.Min < than.Min || range.Max < than.Max;
    }

    /// <summary>
    /// The Drug Quantity Table was built on the quantities of the statute: they are its lines for levels 32 and 26 until 2014, and for levels
    /// 30 and 24 since. Every quantity must be found in some table that was in force together with it.
    /// </summary>
    private static void CheckThresholds(LawLibrary law, List<LawFinding> found)
    {
        var tables = law.History<DrugQuantityTable>().AnyVersions;
        var history = law.History<DrugThresholds>();
        for (var i = 0; i < history.AnyVersions.Length; i++)
        {
            var (from, version) = history.AnyVersions[i];
            DateOnly? until = i + 1 < history.AnyVersions.Length ? history.AnyVersions[i + 1].Effective : null;
            foreach (var (substance, threshold) in ((Provision<DrugThresholds>)version!).Terms.Substances)
            {
                var lines = tables
                    .Where((t, j) => (until is null || t.Effective < until) && (j + 1 == tables.Length || tables[j + 1].Effective > from))
                    .Select(t => ((Provision<DrugQuantityTable>)t.Version!).Terms.LinesOf(substance))
                    .OfType<SubstanceLines>()
                    .ToList();
                if (lines.Count > 0 && !lines.Any(l => Has(l, threshold, 32, 26) || Has(l, threshold, 30, 24)))
                {
                    found.Add(
                        new(
                            history.File,
                            null,
                            $"{substance} from {from:yyyy-MM-dd}: no table of that time begins a level at {threshold.A} and {threshold.B}."
                        )
                    );
                }
            }
        }

        static bool Has(SubstanceLines lines, DrugThreshold threshold, int a, int b) =>
            lines.Lines.Any(l => l.Level == a && l.AtLeast == threshold.A)
            && lines.Lines.Any(l => l.Level == b && l.AtLeast == threshold.B);
    }
}
