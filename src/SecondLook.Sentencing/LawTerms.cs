using System.Collections;
using System.Globalization;
using System.Reflection;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter3;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing;

/// <summary>One term of a provision in plain words.</summary>
/// <param name="Name">What it is, the same in every version, such as <c>heroin, at least 1 KG</c>.</param>
/// <param name="Value">What the version says, such as <c>level 32</c>.</param>
public sealed record LawTerm(string Name, string Value);

/// <summary>
/// The terms of a provision as a list that a lawyer can read and two versions of which can be compared line by line. Names are those of the
/// law folder without hyphens.
/// </summary>
public static class LawTerms
{
    /// <summary>The terms in the order of the text; none for a provision that fixes no numbers.</summary>
    public static IReadOnlyList<LawTerm> Of(object terms) =>
        terms switch
        {
            DrugQuantityTable table => [.. QuantityLines(table)],
            SentencingTable table => [.. Cells(table)],
            DrugThresholds thresholds => [.. Thresholds(thresholds)],
            DrugEquivalencies list => [.. list.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(Equivalent)],
            DrugPenalties penalties => [.. penalties.Tiers.Select(Penalty)],
            CareerOffenderLevels levels =>
            [
                .. levels.Rows.Select(CareerLevel),
                new("category in every case", DeterminationNames.Category(levels.Category)),
            ],
            BorrowedLevel borrowed =>
            [
                .. borrowed.Alternatives.Select(Borrowed),
                .. borrowed.Characteristics.Select(c => new LawTerm(Words(c.Key), OneLine(c))),
            ],
            CombinedOffenseLevel combined => [.. Units(combined)],
            _ => [.. Members(terms)],
        };

    /// <summary>A weight as the Manual prints it: <c>1.5 KG</c>, <c>200 G</c>, <c>250 MG</c>; a number of units as it is.</summary>
    public static string Amount(decimal amount, string unit) =>
        unit == "l" ? $"{Number(amount)} L"
        : unit != "g" ? $"{Number(amount)} units"
        : amount >= 1000 ? $"{Number(amount / 1000)} KG"
        : amount is > 0 and < 1 ? $"{Number(amount * 1000)} MG"
        : $"{Number(amount)} G";

    /// <summary>A line of the Drug Quantity Table without its substance: <c>at least 1 KG but less than 3 KG</c>.</summary>
    public static string Band(QuantityLine line, string unit) =>
        line.LessThan is not { } end ? $"{Amount(line.AtLeast, unit)} or more"
        : line.AtLeast == 0 ? $"less than {Amount(end, unit)}"
        : $"at least {Amount(line.AtLeast, unit)} but less than {Amount(end, unit)}";

    private static IEnumerable<LawTerm> QuantityLines(DrugQuantityTable table) =>
        from substance in table.Substances.OrderBy(s => s.Key, StringComparer.Ordinal)
        from line in substance.Value.Lines.Reverse()
        select new LawTerm(
            $"{substance.Key}, {(line.AtLeast == 0 ? "any lesser amount" : $"at least {Amount(line.AtLeast, substance.Value.Unit)}")}",
            string.Create(CultureInfo.InvariantCulture, $"level {line.Level}{(line.Open ? " (open)" : "")}")
        );

    private static IEnumerable<LawTerm> Cells(SentencingTable table) =>
        table.Cells.SelectMany(
            (row, level) =>
                row.Select(
                    (range, category) =>
                        new LawTerm(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"level {level + 1}, category {DeterminationNames.Category(category + 1)}"
                            ),
                            range.ToString()
                        )
                )
        );

    private static IEnumerable<LawTerm> Thresholds(DrugThresholds thresholds) =>
        thresholds
            .Substances.OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => new LawTerm(
                s.Key,
                $"{Amount(s.Value.A, s.Value.Unit)} for subparagraph (A), {Amount(s.Value.B, s.Value.Unit)} for (B)"
            ));

    private static LawTerm Equivalent(KeyValuePair<string, Equivalency> entry) =>
        new(
            $"1 {entry.Value.Per} of {entry.Key}",
            entry.Value.Grams is { } grams
                ? $"{Number(grams)} gm ({Words(entry.Value.Group)})"
                : $"converted by another rule ({Words(entry.Value.Group)})"
        );

    private static LawTerm Penalty(PenaltyTier tier)
    {
        string[] parts =
        [
            $"no prior {Span(tier.Minimum, tier.Maximum)}",
            $"one prior {Span(tier.MinimumOnePrior, tier.MaximumOnePrior)}",
            .. tier.TwoPriorsLife ? ["two priors life"]
            : tier.MinimumTwoPriors is { } two ? [$"two priors {Span(two, null)}"]
            : (string[])[],
            .. tier.MinimumDeathOrInjury is { } death ? [$"death or serious bodily injury {Span(death, null)}"] : (string[])[],
        ];
        return new(tier.Statutes, string.Join("; ", parts));
    }

    private static string Span(int minimum, int? maximum) =>
        (minimum, maximum) switch
        {
            (0, { } most) => $"up to {Number(most)} months",
            (_, { } most) => $"{Number(minimum)} to {Number(most)} months",
            _ => $"{Number(minimum)} months to life",
        };

    private static LawTerm Borrowed(BorrowedAlternative alternative)
    {
        static string Bounds(string words, IReadOnlyList<LevelBound> bounds) =>
            bounds.Count == 0 ? "" : $"; {words} {string.Join(" or ", bounds.Select(b => $"{Number(b.Level)} {b.Paragraph}"))}";

        var added = alternative.Add switch
        {
            > 0 => $", plus {Number(alternative.Add)}",
            < 0 => $", less {Number(-alternative.Add)}",
            _ => "",
        };
        var source = alternative.OnlyTable ? "the Drug Quantity Table" : "§2D1.1";
        var cap = alternative.MitigatingRoleCap == false && !alternative.OnlyTable ? "; no cap for a mitigating role" : "";
        return new(
            $"base offense level {alternative.Paragraph}".TrimEnd(),
            $"level of {source}{added}{Bounds("not less than", alternative.NotLessThan)}{Bounds("not more than", alternative.NotMoreThan)}{cap}"
        );
    }

    private static IEnumerable<LawTerm> Units(CombinedOffenseLevel combined)
    {
        yield return new("one unit", $"the highest group, and a group to {Number(combined.FullUnitTo)} levels less serious");
        yield return new(
            "one-half unit",
            $"a group {Number(combined.FullUnitTo + 1)} to {Number(combined.HalfUnitTo)} levels less serious"
        );
        foreach (var line in combined.Increases)
        {
            yield return new(line.UnitsUpTo is { } most ? $"to {Number(most)} units" : "more units", $"add {Number(line.Levels)} levels");
        }
    }

    private static LawTerm CareerLevel(CareerOffenderRow row) =>
        new(
            row.MaximumAtLeast is { } months
                ? $"statutory maximum of {(row.Exceeding ? "more than" : "at least")} {Number(months)} months"
                : "statutory maximum of life",
            $"level {Number(row.Level)}"
        );

    private static IEnumerable<LawTerm> Members(object terms)
    {
        var members = MembersOf(terms.GetType());
        foreach (var member in members)
        {
            var name = Words(LawBinder.Hyphenated(member.Name));
            switch (member.GetValue(terms))
            {
                case null when IsMaximum(member):
                    yield return new(name, "life");
                    break;
                case null:
                    break;
                case IDictionary entries:
                    foreach (DictionaryEntry entry in entries)
                    {
                        // A list of nothing but amounts needs their unit, which is the member's name.
                        var (key, value) = (Text(entry.Key), Text(entry.Value!));
                        yield return members.Length > 1
                            ? new($"{name} {key}", value)
                            : new(key, entry.Value is decimal or int ? $"{value} {name}" : value);
                    }

                    break;
                case IEnumerable items and not string when items.Cast<object>().Any(IsComposed):
                    foreach (var item in items.Cast<object>())
                    {
                        var title = TitleOf(item);
                        yield return new(Text(title.GetValue(item)!), OneLine(item, except: title));
                    }

                    break;
                case { } value:
                    yield return new(name, Text(value));
                    break;
            }
        }
    }

    /// <summary>A composed value in one line: <c>paragraph (b)(3); levels 2</c>.</summary>
    private static string OneLine(object value, PropertyInfo? except = null) =>
        string.Join(
            "; ",
            MembersOf(value.GetType())
                .Where(member => member != except)
                .Select(member => (Name: Words(LawBinder.Hyphenated(member.Name)), Value: member.GetValue(value), member))
                .Where(part => part.Value is not (null or false or IList { Count: 0 }) || (part.Value is null && IsMaximum(part.member)))
                .Select(part => part.Value is true ? part.Name : $"{part.Name} {(part.Value is null ? "life" : Text(part.Value))}")
        );

    private static string Text(object value) =>
        value switch
        {
            string text => text,
            bool yes => yes ? "yes" : "no",
            Enum choice => Words(LawBinder.Hyphenated(choice.ToString())),
            DateOnly day => Wording.Date(day),
            decimal number => Number(number),
            IDictionary entries => string.Join(", ", entries.Cast<DictionaryEntry>().Select(e => $"{Text(e.Key)}: {Text(e.Value!)}")),
            IEnumerable items => string.Join(", ", items.Cast<object>().Select(Text)),
            _ when IsComposed(value) => OneLine(value),
            IFormattable other => other.ToString(format: null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    private static string Number(decimal number) => number.ToString("#,0.############", CultureInfo.InvariantCulture);

    private static string Words(string hyphenated) => hyphenated.Replace('-', ' ');

    private static bool IsComposed(object value) => value is not string and not IFormattable and not bool and not IEnumerable;

    /// <summary>A maximum that the law folder leaves out is life.</summary>
    private static bool IsMaximum(PropertyInfo member) => member.Name.StartsWith("Maximum", StringComparison.Ordinal);

    /// <summary>The member by which one of several is told from the others: its key where it has one, otherwise its first.</summary>
    private static PropertyInfo TitleOf(object item)
    {
        var members = MembersOf(item.GetType());
        return members.FirstOrDefault(member => member.Name == "Key") ?? members[0];
    }

    private static PropertyInfo[] MembersOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.GetIndexParameters().Length == 0)];
}
