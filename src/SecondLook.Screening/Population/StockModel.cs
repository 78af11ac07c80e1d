using SecondLook.Screening.Import;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SecondLook.Screening.Population;

/// <summary>
/// A synthetic stock as a file describes it: figures, each with its source, from which people who do not exist are drawn. The file that
/// comes with the program is <c>stock-2014.yaml</c>; a copy may be edited.
/// </summary>
public sealed class StockModel
{
    /// <summary>What the stock is.</summary>
    public required string Title { get; init; }

    /// <summary>The day on which everybody in it is in prison.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How many people it has.</summary>
    public required CitedNumber Size { get; init; }

    /// <summary>How many were sentenced in a fiscal year.</summary>
    public required SentencedByYear Sentenced { get; init; }

    /// <summary>Drugs.</summary>
    public required CitedWeights Drugs { get; init; }

    /// <summary>Levels of the Drug Quantity Table, by drug.</summary>
    public required LevelsByDrug Levels { get; init; }

    /// <summary>Criminal history categories, by drug.</summary>
    public required CategoriesByDrug Categories { get; init; }

    /// <summary>What else a record says of criminal history.</summary>
    public required HistoryShares History { get; init; }

    /// <summary>Adjustments that go together.</summary>
    public required AdjustmentCases Adjustments { get; init; }

    /// <summary>Statutory minimums, by level.</summary>
    public required MinimumsByLevel Minimums { get; init; }

    /// <summary>What lifted a minimum.</summary>
    public required ReliefShares Relief { get; init; }

    /// <summary>Where terms lie.</summary>
    public required TermShares Terms { get; init; }

    /// <summary>Credit for earlier custody.</summary>
    public required CustodyDays Custody { get; init; }

    /// <summary>Citizenship and detainers.</summary>
    public required CitizenshipShares Citizenship { get; init; }

    /// <summary>Sentencing districts.</summary>
    public required CitedWeights Districts { get; init; }

    /// <summary>Institutions.</summary>
    public required CitedWeights Facilities { get; init; }

    /// <summary>The text of the model that comes with the program.</summary>
    public static string BundledText()
    {
        using var stream = typeof(StockModel).Assembly.GetManifestResourceStream("stock-2014.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The model that comes with the program.</summary>
    public static StockModel Bundled() => Parse(BundledText(), "stock-2014.yaml");

    /// <summary>Reads a model.</summary>
    /// <exception cref="ImportException">The file is not there, or is no model; the message names the line.</exception>
    public static StockModel Read(string path) =>
        File.Exists(path)
            ? Parse(File.ReadAllText(path), Path.GetFileName(path))
            : throw new ImportException($"There is no file {path}. Give --from a copy of the model that comes with the program.");

    /// <summary>Reads a model from its text.</summary>
    /// <exception cref="ImportException">The text is no model.</exception>
    public static StockModel Parse(string yaml, string name)
    {
        try
        {
            return new DeserializerBuilder()
                .WithNamingConvention(HyphenatedNamingConvention.Instance)
                .WithDuplicateKeyChecking()
                .WithEnforceRequiredMembers()
                .WithTypeConverter(new DayConverter())
                .Build()
                .Deserialize<StockModel>(yaml);
        }
        catch (YamlException broken)
        {
            throw new ImportException(
                $"{name}, line {broken.Start.Line}: {(broken.InnerException ?? broken).Message.TrimEnd('.')}. Compare it with the model that comes with the program.",
                broken
            );
        }
    }

    private sealed class DayConverter : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(DateOnly);

        public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
        {
            var scalar = parser.Consume<YamlDotNet.Core.Events.Scalar>();
            return DateOnly.TryParseExact(
                scalar.Value,
                "yyyy-MM-dd",
                System.Globalization.CultureInfo.InvariantCulture,
                System.Globalization.DateTimeStyles.None,
                out var day
            )
                ? day
                : throw new YamlException(scalar.Start, scalar.End, $"`{scalar.Value}` is no day; write it as 2014-11-01");
        }

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();
    }
}
