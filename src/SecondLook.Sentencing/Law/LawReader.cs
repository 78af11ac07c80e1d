namespace SecondLook.Sentencing.Law;

/// <summary>An edition of the Manual, or a day between two editions on which an amendment changed it.</summary>
/// <param name="Effective">The first day on which it is in force.</param>
/// <param name="IsSupplement">True for a change between two printed editions.</param>
/// <param name="Source">The printed source, or the amendments that took effect on that day.</param>
public sealed record Edition(DateOnly Effective, bool IsSupplement, string Source);

/// <summary>
/// Reads a law folder. It is strict: an unknown, missing or duplicate key, a number with a leading zero, a null where there must be a
/// value and a date that does not exist are refused with the file, the line and the key.
/// </summary>
public static class LawReader
{
    /// <summary>Where the amendments stand.</summary>
    public const string AmendmentFolder = "law/amendments/";

    /// <summary>Where proposals stand: amendments that nobody has made, for the simulator.</summary>
    public const string ProposalFolder = "law/proposals/";

    internal const string EditionFile = "law/editions.yaml";

    /// <summary>Where the data of the checks stand: differences that are explained.</summary>
    internal const string CheckFolder = "law/checks/";

    /// <summary>Reads everything except proposals.</summary>
    /// <exception cref="LawException">The folder is wrong.</exception>
    public static LawLibrary Read(LawFiles files, IReadOnlyList<ElementKind> kinds)
    {
        var elements = new List<ElementHistory>();
        var amendments = new List<Amendment>();
        foreach (var path in files.Paths.Where(IsYaml))
        {
            if (path.StartsWith(AmendmentFolder, StringComparison.Ordinal))
            {
                amendments.Add(ReadAmendment(files, path, kinds));
            }
            else if (IsElement(path))
            {
                var history = ReadElement(files, path, kinds);
                var twice = elements.Find(e => e.Element == history.Element);
                elements.Add(twice is null ? history : throw new LawException($"`{history.Element}` is already in {twice.File}.", path));
            }
        }

        var missing = kinds.Select(k => k.Name).Except(elements.Select(e => e.Element), StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? new(elements, amendments, [.. ReadEditions(files).Select(e => e.Effective)])
            : throw new LawException($"The law folder has no file for {string.Join(", ", missing)}.");
    }

    /// <summary>Reads the list of editions.</summary>
    public static IReadOnlyList<Edition> ReadEditions(LawFiles files)
    {
        var file = LawYaml.Read(EditionFile, files.Read(EditionFile)).Mapping();
        var editions = file["editions"].List().Select(ReadEdition).ToList();
        file.Done();
        for (var i = 1; i < editions.Count; i++)
        {
            if (editions[i].Effective <= editions[i - 1].Effective)
            {
                throw file["editions"].Items![i].Wrong($"has {editions[i].Effective:yyyy-MM-dd} out of order");
            }
        }

        return editions;
    }

    /// <summary>Reads one amendment, or one proposal, which has the same shape.</summary>
    public static Amendment ReadAmendment(LawFiles files, string path, IReadOnlyList<ElementKind> kinds)
    {
        var file = LawYaml.Read(path, files.Read(path)).Mapping();
        var head = new VersionText
        {
            Files = files,
            Amendment = file["amendment"].Text(),
            Effective = file["effective"].Date(),
            Source = file["source"].Text(),
            Confidence = LawBinder.Bind<Confidence>(file["confidence"]),
            Citation = "",
        };
        if (!path.EndsWith($"/{head.Amendment}.yaml", StringComparison.Ordinal))
        {
            throw file["amendment"].Wrong($"is `{head.Amendment}`, but the file is named {path}");
        }

        var notComputable = file.Optional("not-computable")?.Text();
        var substitutions = file.Optional("substitutions")?.List().Select(s => ReadSubstitution(s, head, kinds)).ToList() ?? [];
        var withoutEffect = file.Optional("without-effect")?.Text();
        if (substitutions.Count == 0 && notComputable is null && withoutEffect is null)
        {
            throw file.Node.Wrong("has none of `substitutions`, `not-computable` and `without-effect`");
        }

        var amendment = new Amendment
        {
            Id = head.Amendment,
            Title = file["title"].Text(),
            Effective = head.Effective,
            Source = head.Source,
            Confidence = head.Confidence,
            Retroactive = file.Optional("retroactive") is { } listed ? ReadRetroactivity(listed) : null,
            Substitutions = substitutions,
            NotComputable = notComputable,
            Reaches = file.Optional("reaches") is { } reaches ? LawBinder.Bind<IReadOnlyList<AmendmentReach>>(reaches) : [],
            OnlyLowers = file.Optional("only-lowers")?.YesOrNo() == true,
            WithoutEffect = withoutEffect,
        };
        file.Done();
        return amendment;
    }

    internal static ElementHistory ReadElement(LawFiles files, string path, IReadOnlyList<ElementKind> kinds)
    {
        var file = LawYaml.Read(path, files.Read(path)).Mapping();
        var kind = Kind(file["element"], kinds);
        if (!path.EndsWith($"/{kind.Name}.yaml", StringComparison.Ordinal))
        {
            throw file["element"].Wrong($"is `{kind.Name}`, but the file is named {path}");
        }

        var element = new ElementFile(
            path,
            file["covered-from"].Date(),
            file.Optional("covered-until")?.Date(),
            file.Optional("not-covered")?.Text()
        );
        var versions = file["versions"].List().Select(v => ReadVersion(v, files)).ToList();
        file.Done();
        if (versions.Count == 0 || versions[0].Effective != element.CoveredFrom)
        {
            throw file["covered-from"]
                .Wrong("must be the day of the first version; where the element was not in force yet, say `terms: null`");
        }

        for (var i = 1; i < versions.Count; i++)
        {
            if (versions[i].Effective <= versions[i - 1].Effective)
            {
                throw file["versions"].Items![i].Wrong($"has {versions[i].Effective:yyyy-MM-dd} out of order; the oldest comes first");
            }
        }

        return kind.History(element, versions);
    }

    private static VersionText ReadVersion(LawNode node, LawFiles files)
    {
        var version = node.Mapping();
        var terms = version.Find("terms");
        var csv = version.Optional("csv");
        if (terms is null == csv is null)
        {
            throw node.Wrong("must have either `terms` or `csv`");
        }

        var read = new VersionText
        {
            Files = files,
            Effective = version["effective"].Date(),
            Citation = version["citation"].Text(),
            Source = version["source"].Text(),
            Amendment = version.Optional("amendment")?.Text(),
            Confidence = LawBinder.Bind<Confidence>(version["confidence"]),
            Note = version.Optional("note")?.Text(),
            Terms = terms is { IsNull: false } ? terms : null,
            Csv = csv,
        };
        version.Done();
        return read;
    }

    private static Substitution ReadSubstitution(LawNode node, VersionText head, IReadOnlyList<ElementKind> kinds)
    {
        var substitution = node.Mapping();
        var kind = Kind(substitution["element"], kinds);
        var citation = substitution.Optional("citation")?.Text();
        var replace = substitution.Optional("replace");
        var csv = substitution.Optional("csv");
        var edit = substitution.Optional("edit");
        substitution.Done();
        if (new[] { replace, csv, edit }.Count(way => way is not null) != 1)
        {
            throw node.Wrong("must have one of `replace`, `csv` and `edit`");
        }

        return edit is not null
            ? kind.Edit(edit, citation, head.Files)
            : kind.Replace(
                head with
                {
                    Citation = citation ?? throw node.Wrong("has no `citation`, which what is inserted as a whole must have"),
                    Terms = replace,
                    Csv = csv,
                }
            );
    }

    private static Retroactivity ReadRetroactivity(LawNode node)
    {
        var listed = node.Mapping();
        var retroactivity = new Retroactivity(
            listed["listed"].Date(),
            listed["listed-by"].Text(),
            listed.Optional("orders-not-before")?.Date(),
            listed["citation"].Text()
        );
        listed.Done();
        return retroactivity;
    }

    private static Edition ReadEdition(LawNode node)
    {
        var edition = node.Mapping();
        var kind = edition["kind"].Text();
        var read = new Edition(
            edition["effective"].Date(),
            kind switch
            {
                "manual" => false,
                "supplement" => true,
                _ => throw edition["kind"].Wrong($"is `{kind}`; it may be manual or supplement"),
            },
            edition["source"].Text()
        );
        edition.Done();
        return read;
    }

    private static ElementKind Kind(LawNode node, IReadOnlyList<ElementKind> kinds) =>
        kinds.FirstOrDefault(k => k.Name == node.Text())
        ?? throw node.Wrong($"is `{node.Scalar}`, which is no element; see Elements.cs for the names");

    /// <summary>True for the file of an element: not an amendment, a proposal, the list of editions or the data of a check.</summary>
    internal static bool IsElement(string path) =>
        IsYaml(path)
        && path != EditionFile
        && !path.StartsWith(AmendmentFolder, StringComparison.Ordinal)
        && !path.StartsWith(ProposalFolder, StringComparison.Ordinal)
        && !path.StartsWith(CheckFolder, StringComparison.Ordinal);

    internal static bool IsYaml(string path) => path.EndsWith(".yaml", StringComparison.Ordinal);
}
