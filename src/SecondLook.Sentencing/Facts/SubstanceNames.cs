using System.Collections.Frozen;

namespace SecondLook.Sentencing.Facts;

/// <summary>
/// The spellings of controlled substances that a record may use, and the one name that answers are given in. Which substances there
/// are is said by the law folder (the Drug Quantity Table and the equivalency list); here are only other spellings of them.
/// </summary>
public static class SubstanceNames
{
    private static readonly FrozenDictionary<string, string> Spellings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["marijuana"] = "marihuana",
        ["marijuana-plants"] = "marihuana-plants",
        ["cannabis"] = "marihuana",
        ["crack"] = "cocaine-base",
        ["crack-cocaine"] = "cocaine-base",
        ["powder-cocaine"] = "cocaine",
        ["cocaine-powder"] = "cocaine",
        ["meth"] = "methamphetamine",
        ["meth-actual"] = "methamphetamine-actual",
        ["methamphetamine-mixture"] = "methamphetamine",
        ["methamphetamine-pure"] = "methamphetamine-actual",
        ["crystal-meth"] = "ice",
        ["ecstasy"] = "mdma",
        ["phencyclidine"] = "pcp",
        ["phencyclidine-actual"] = "pcp-actual",
        ["fentanyl-analog"] = "fentanyl-analogue",
        ["depressants"] = "schedule-1-2-depressant",
        ["schedule-i-ii-depressant"] = "schedule-1-2-depressant",
        ["schedule-iii"] = "schedule-3",
        ["schedule-iv"] = "schedule-4",
        ["schedule-v"] = "schedule-5",
        ["hash"] = "hashish",
        ["hash-oil"] = "hashish-oil",
        ["acid"] = "lsd",
        ["ppa"] = "phenylpropanolamine",
        ["isoafrole"] = "isosafrole",
        ["gbl"] = "gamma-butyrolactone",
        ["mek"] = "methyl-ethyl-ketone",
        ["mdp2p"] = "3-4-methylenedioxyphenyl-2-propanone",
        ["mdp-2-p"] = "3-4-methylenedioxyphenyl-2-propanone",
        ["3,4-methylenedioxyphenyl-2-propanone"] = "3-4-methylenedioxyphenyl-2-propanone",
        ["3,-4-methylenedioxyphenyl-2-propanone"] = "3-4-methylenedioxyphenyl-2-propanone",
    }.ToFrozenDictionary();

    /// <summary>
    /// The canonical spelling: lower case, hyphens, and the Manual's word for a common one (crack is cocaine-base). A name that is
    /// already canonical, or that nobody knows, comes back in lower case with hyphens.
    /// </summary>
    public static string Canonical(string name)
    {
        if (Spellings.TryGetValue(name, out var known))
        {
            return known;
        }

        var spelled = name.Trim()
            .ToLowerInvariant()
            .Replace('_', '-')
            .Replace(' ', '-')
            .Replace("(", "", StringComparison.Ordinal)
            .Replace(")", "", StringComparison.Ordinal);
        return Spellings.GetValueOrDefault(spelled, spelled);
    }
}
