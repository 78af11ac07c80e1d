using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing;

/// <summary>Something that is wrong in a law folder.</summary>
/// <param name="File">The file, or the folder where no single file is at fault.</param>
/// <param name="Line">The line, from 1, where there is one.</param>
/// <param name="Message">What is wrong.</param>
public sealed record LawFinding(string File, int? Line, string Message)
{
    /// <summary>Such as <c>law/editions.yaml, line 7: …</c></summary>
    public override string ToString() => Line is { } line ? $"{File}, line {line}: {Message}" : $"{File}: {Message}";
}

/// <summary>
/// Checks a law folder: that it can be read, that every edition is whole, that the tables agree with each other, and that every amendment
/// turns the edition before it into the edition after it.
/// </summary>
public static partial class LawChecks
{
    /// <summary>Everything that is wrong, by file and line; empty where nothing is.</summary>
    public static IReadOnlyList<LawFinding> Run(LawFiles files)
    {
        var found = new List<LawFinding>();
        CheckReading(files, found);
        if (found.Count == 0)
        {
            var law = Elements.Read(files);
            CheckEditions(law, found);
            CheckAmendmentNames(law, found);
            CheckQuantityTables(files, found);
            if (found.Count == 0)
            {
                CheckEquivalencies(files, law, found);
                CheckCaps(law, found);
                CheckCharacteristics(law, found);
                CheckSentencingTables(law, found);
                CheckThresholds(law, found);
                CheckSubstitutions(law, found);
            }
        }

        return [.. found.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line ?? 0)];
    }

    /// <summary>Every file by itself, with every table that it names.</summary>
    private static void CheckReading(LawFiles files, List<LawFinding> found)
    {
        foreach (var path in files.Paths.Where(LawReader.IsElement))
        {
            Try(found, () => LawReader.ReadElement(files, path, Elements.All), history => history.AnyVersions.Select(v => v.Version));
        }

        foreach (var folder in new[] { LawReader.AmendmentFolder, LawReader.ProposalFolder })
        {
            foreach (var path in files.Paths.Where(p => LawReader.IsYaml(p) && p.StartsWith(folder, StringComparison.Ordinal)))
            {
                Try(found, () => Elements.ReadAmendment(files, path), _ => []);
            }
        }

        Try(found, () => LawReader.ReadEditions(files), _ => []);
        Try(found, () => LawDifference.Read(files), _ => []);
        if (found.Count == 0)
        {
            Try(found, () => Elements.Read(files), _ => []);
        }
    }

    private static void Try<T>(List<LawFinding> found, Func<T> read, Func<T, IEnumerable<Provision?>> provisions)
    {
        try
        {
            foreach (var provision in provisions(read()))
            {
                _ = provision?.AnyTerms;
            }
        }
        catch (LawException wrong)
        {
            Add(found, wrong);
        }
    }

    private static void Add(List<LawFinding> found, LawException wrong) => found.Add(new(wrong.File ?? "law/", wrong.Line, wrong.What));

    /// <summary>A change of the Manual on a day that is no edition and no supplement would never be applied.</summary>
    private static void CheckEditions(LawLibrary law, List<LawFinding> found)
    {
        foreach (var element in law.Elements.Where(e => e.File.StartsWith("law/guidelines/", StringComparison.Ordinal)))
        {
            foreach (var (effective, _) in element.AnyVersions.Where(v => !law.Editions.Contains(v.Effective)))
            {
                // The policy statement is applied as in force on the day of the order, not as part of a Manual.
                if (element.Element != "reduction-policy")
                {
                    found.Add(
                        new(
                            element.File,
                            null,
                            $"the version of {effective:yyyy-MM-dd} has no edition or supplement of that day in {LawReader.EditionFile}."
                        )
                    );
                }
            }
        }
    }

    private static void CheckAmendmentNames(LawLibrary law, List<LawFinding> found)
    {
        foreach (var element in law.Elements)
        {
            foreach (var version in element.AnyVersions.Select(v => v.Version).OfType<Provision>())
            {
                if (version.Amendment is { } named && !law.Amendments.Any(a => a.Id == named))
                {
                    found.Add(
                        new(
                            element.File,
                            null,
                            $"the version of {version.Effective:yyyy-MM-dd} names amendment {named}, which is not in {LawReader.AmendmentFolder}."
                        )
                    );
                }
            }
        }
    }
}
