using System.Globalization;
using SecondLook.Sentencing.Facts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>Reads a crosswalk strictly: a key nobody knows, a path that no record has or a list where a word belongs is an error.</summary>
internal sealed class CrosswalkReader(string name)
{
    private static readonly string[] FileKeys =
    [
        "about",
        "id",
        "source",
        "missing",
        "columns",
        "unlikely",
        "adjustments",
        "facts",
        "notes",
    ];

    private static readonly string[] RuleKeys =
    [
        "column",
        "value",
        "codes",
        "otherwise",
        "life",
        "less",
        "missing",
        "divide",
        "atLeast",
        "rule",
        "where",
        "unless",
    ];

    public Crosswalk Read(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            throw Wrong(broken.Start, broken.InnerException?.Message ?? broken.Message, "Mend the YAML there.");
        }

        if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            throw new ImportException($"{name} is not a crosswalk. It must begin with `id:` or `facts:`.");
        }

        var keys = Keys(root, FileKeys);
        if (!keys.TryGetValue("facts", out var facts))
        {
            throw new ImportException($"{name} has no `facts:`. List there which column says which fact of the record.");
        }

        return new Crosswalk(name)
        {
            Id = keys.TryGetValue("id", out var id) ? Word(id) : null,
            SourceId = keys.TryGetValue("source", out var source) ? Word(source) : null,
            Missing = keys.TryGetValue("missing", out var missing) ? Words(missing) : [],
            ColumnsAreOptional = keys.TryGetValue("columns", out var columns) && Choice(columns, "optional", "required"),
            UnlikelyIsUnknown = keys.TryGetValue("unlikely", out var unlikely) && Choice(unlikely, "unknown", "rejected"),
            EveryAdjustment = keys.TryGetValue("adjustments", out var adjustments) ? Choice(adjustments, "all", "some") : null,
            Facts = [.. Mapping(facts).Select(ReadFact)],
            Notes = keys.TryGetValue("notes", out var notes) ? [.. Sequence(notes).Select(ReadNote)] : [],
        };
    }

    private (string Path, IReadOnlyList<FactRule> Rules) ReadFact(KeyValuePair<YamlNode, YamlNode> pair)
    {
        var path = Word(pair.Key);
        if (!FactPaths.Exists(path))
        {
            var meant = FactPaths.NearestTo(path);
            throw Wrong(
                pair.Key.Start,
                $"`{path}` is not the path of a fact",
                meant is null ? "Paths are those of the sentencing record, such as offense.totalOffenseLevel." : $"Did you mean `{meant}`?"
            );
        }

        return (path, pair.Value is YamlSequenceNode ways ? [.. ways.Select(ReadRule)] : [ReadRule(pair.Value)]);
    }

    private FactRule ReadRule(YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            return new() { Column = Word(node) };
        }

        var keys = Keys(Mapping(node), RuleKeys);
        var column = keys.TryGetValue("column", out var named) ? Word(named) : null;
        var value = keys.TryGetValue("value", out var constant) ? Word(constant) : null;
        if ((column is null) == (value is null))
        {
            throw Wrong(node.Start, "a fact has a `column` to be read from, or a `value` that is always the same", "Give one of the two.");
        }

        return new()
        {
            Column = column,
            Value = value,
            Codes = keys.TryGetValue("codes", out var codes) ? Codes(codes) : null,
            Otherwise = keys.TryGetValue("otherwise", out var otherwise) ? Word(otherwise) : null,
            Life = keys.TryGetValue("life", out var life) ? Words(life) : [],
            Less = keys.TryGetValue("less", out var less) ? Words(less) : [],
            Missing = keys.TryGetValue("missing", out var missing) ? Words(missing) : [],
            Divide = keys.TryGetValue("divide", out var divide) ? Number(divide) : 1,
            AtLeast = keys.TryGetValue("atLeast", out var atLeast) && Choice(atLeast, "true", "false"),
            Rule = keys.TryGetValue("rule", out var rule) ? Word(rule) : null,
            When = When(keys),
        };
    }

    private (Conditions When, string Says) ReadNote(YamlNode node)
    {
        var keys = Keys(Mapping(node), ["where", "unless", "says"]);
        return keys.TryGetValue("says", out var says)
            ? (When(keys), Word(says))
            : throw Wrong(node.Start, "a note has no `says`", "Give the words of the note there.");
    }

    private Conditions When(Dictionary<string, YamlNode> keys) =>
        new(keys.TryGetValue("where", out var where) ? Lists(where) : [], keys.TryGetValue("unless", out var unless) ? Lists(unless) : []);

    private List<(string Column, IReadOnlyList<string> Values)> Lists(YamlNode node) =>
        [.. Mapping(node).Select(pair => (Word(pair.Key), (IReadOnlyList<string>)Words(pair.Value)))];

    private Dictionary<string, string> Codes(YamlNode node) =>
        Mapping(node).ToDictionary(pair => Word(pair.Key), pair => Word(pair.Value), StringComparer.Ordinal);

    private Dictionary<string, YamlNode> Keys(YamlMappingNode mapping, string[] known)
    {
        var keys = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping)
        {
            var word = Word(key);
            if (!known.Contains(word, StringComparer.Ordinal))
            {
                var meant = NearestName.To(word, known);
                throw Wrong(
                    key.Start,
                    $"`{word}` is not a key of a crosswalk",
                    meant is null ? $"The keys here are {string.Join(", ", known)}." : $"Did you mean `{meant}`?"
                );
            }

            keys.Add(word, value);
        }

        return keys;
    }

    private YamlMappingNode Mapping(YamlNode node) =>
        node as YamlMappingNode ?? throw Wrong(node.Start, "there should be keys with values here", "Write them as `name: value`.");

    private YamlSequenceNode Sequence(YamlNode node) =>
        node as YamlSequenceNode ?? throw Wrong(node.Start, "there should be a list here", "Write it as [a, b].");

    private List<string> Words(YamlNode node) => node is YamlSequenceNode list ? [.. list.Select(Word)] : [Word(node)];

    private string Word(YamlNode node) =>
        (node as YamlScalarNode)?.Value
        ?? throw Wrong(node.Start, "there should be a single word or number here", "Write one, in quotation marks if need be.");

    private bool Choice(YamlNode node, string yes, string no) =>
        Word(node) is var word && string.Equals(word, yes, StringComparison.Ordinal)
        || (
            string.Equals(word, no, StringComparison.Ordinal)
                ? false
                : throw Wrong(node.Start, $"`{word}` is neither {yes} nor {no}", "Write one of the two.")
        );

    private decimal Number(YamlNode node) =>
        decimal.TryParse(Word(node), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Wrong(node.Start, $"`{Word(node)}` is not a number above zero", "Write it in digits.");

    private ImportException Wrong(Mark at, string what, string whatToDo) => new($"{name}, line {at.Line}: {what}. {whatToDo}");
}
