using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace SecondLook.Sentencing.Law;

/// <summary>
/// Turns a piece of YAML into terms of the law. Names are the members' names in lower case with hyphens; a missing required member, an
/// unknown key, a value of the wrong kind and a null where the type has none are refused.
/// </summary>
internal static class LawBinder
{
    private static readonly ConcurrentDictionary<Type, Member[]> Members = new();

    public static T Bind<T>(LawNode node) => (T)Value(node, typeof(T));

    /// <summary>A member's name as the law folder writes it: <c>FromOtherPoints</c> is <c>from-other-points</c>.</summary>
    public static string Hyphenated(string name)
    {
        var hyphenated = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && hyphenated.Length > 0)
            {
                hyphenated.Append('-');
            }

            hyphenated.Append(char.ToLowerInvariant(letter));
        }

        return hyphenated.ToString();
    }

    private static object Value(LawNode node, Type type)
    {
        if (type == typeof(string))
        {
            return node.Text();
        }

        if (type == typeof(int))
        {
            return node.Whole();
        }

        if (type == typeof(decimal))
        {
            return node.Number();
        }

        if (type == typeof(bool))
        {
            return node.YesOrNo();
        }

        if (type == typeof(DateOnly))
        {
            return node.Date();
        }

        if (type.IsEnum)
        {
            return Choice(node, type);
        }

        return type.IsGenericType ? Collection(node, type) : Record(node, type);
    }

    private static object Choice(LawNode node, Type type)
    {
        var names = Enum.GetNames(type);
        var at = Array.FindIndex(names, name => Hyphenated(name) == node.Text());
        return at >= 0
            ? Enum.Parse(type, names[at])
            : throw node.Wrong($"is `{node.Scalar}`; it may be {string.Join(" or ", names.Select(Hyphenated))}");
    }

    private static object Collection(LawNode node, Type type)
    {
        var kind = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (kind == typeof(IReadOnlyList<>))
        {
            var items = node.List();
            var list = Array.CreateInstance(arguments[0], items.Count);
            for (var i = 0; i < items.Count; i++)
            {
                list.SetValue(Value(items[i], arguments[0]), i);
            }

            return list;
        }

        if (kind == typeof(IReadOnlyDictionary<,>))
        {
            var entries = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            foreach (var (key, value) in node.Entries ?? throw node.Wrong("needs keys and values"))
            {
                var name = new LawNode(node.File, value.Line, key) { Scalar = key, Plain = true };
                entries[Value(name, arguments[0])] = Value(value, arguments[1]);
            }

            return entries;
        }

        throw new NotSupportedException($"The law folder has no way to write a {type}.");
    }

    private static object Record(LawNode node, Type type)
    {
        var mapping = node.Mapping();
        var members = Members.GetOrAdd(type, MembersOf);
        var positional = members.Any(m => m.Property is null);
        var values = new object?[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            var found = mapping.Find(members[i].Name);
            if (found is null)
            {
                values[i] = members[i].Required ? throw node.Wrong($"has no `{members[i].Name}`, which must be given") : members[i];
            }
            else
            {
                values[i] = found.IsNull && members[i].Nullable ? null : Value(found, members[i].Type);
            }
        }

        mapping.Done();
        if (positional)
        {
            return Activator.CreateInstance(type, values)!;
        }

        var record = Activator.CreateInstance(type)!;
        for (var i = 0; i < members.Length; i++)
        {
            if (!ReferenceEquals(values[i], members[i]))
            {
                members[i].Property!.SetValue(record, values[i]);
            }
        }

        return record;
    }

    private static Member[] MembersOf(Type type)
    {
        var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).First();
        if (constructor.GetParameters() is { Length: > 0 } parameters)
        {
            return [.. parameters.Select(p => new Member(Hyphenated(p.Name!), p.ParameterType, required: true, property: null))];
        }

        return
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.SetMethod is not null)
                .Select(p => new Member(Hyphenated(p.Name), p.PropertyType, p.IsDefined(typeof(RequiredMemberAttribute)), p)),
        ];
    }

    /// <summary>A member of a record: a property that can be set when it is made, or a parameter of its constructor.</summary>
    private sealed class Member(string name, Type type, bool required, PropertyInfo? property)
    {
        private readonly Type? underlying = System.Nullable.GetUnderlyingType(type);

        public string Name => name;

        public Type Type => underlying ?? type;

        public bool Nullable => underlying is not null;

        public bool Required => required;

        public PropertyInfo? Property => property;
    }
}
