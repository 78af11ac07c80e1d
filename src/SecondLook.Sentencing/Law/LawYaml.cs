using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SecondLook.Sentencing.Law;

/// <summary>
/// Reads YAML event by event, without a serializer: start-up is short, duplicate keys are refused, and every value knows its line. This
/// is the only file that uses the YAML package.
/// </summary>
internal static class LawYaml
{
    public static LawNode Read(string file, string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                throw new LawException("the file is empty.", file);
            }

            parser.Consume<DocumentStart>();
            var root = Node(parser, file, "the file");
            parser.Consume<DocumentEnd>();
            return parser.Accept<StreamEnd>(out _) ? root : throw new LawException("the file holds more than one document.", file);
        }
        catch (YamlException wrong)
        {
            throw new LawException($"not YAML: {wrong.Message}", file, checked((int)wrong.Start.Line));
        }
    }

    private static LawNode Node(Parser parser, string file, string key)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            Plainly(scalar, file);
            return new(file, Line(scalar), key) { Scalar = scalar.Value, Plain = scalar.Style == ScalarStyle.Plain };
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            Plainly(sequence, file);
            var items = new List<LawNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node(parser, file, key));
            }

            return new(file, Line(sequence), key) { Items = items };
        }

        if (parser.TryConsume<MappingStart>(out var mapping))
        {
            Plainly(mapping, file);
            return new(file, Line(mapping), key) { Entries = Entries(parser, file) };
        }

        throw new LawException("an alias; write the value out.", file, parser.Current is { } at ? Line(at) : null);
    }

    private static List<(string Key, LawNode Value)> Entries(Parser parser, string file)
    {
        var entries = new List<(string Key, LawNode Value)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = parser.Consume<Scalar>();
            if (!seen.Add(name.Value))
            {
                throw new LawException($"`{name.Value}` stands twice in the same place.", file, Line(name));
            }

            entries.Add((name.Value, Node(parser, file, name.Value)));
        }

        return entries;
    }

    private static void Plainly(NodeEvent node, string file)
    {
        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
        {
            throw new LawException("an anchor or a tag; write the value plainly.", file, Line(node));
        }
    }

    private static int Line(ParsingEvent at) => checked((int)at.Start.Line);
}
