using System.Runtime.InteropServices;

namespace SecondLook.Sentencing.Findings;

/// <summary>The computation that a finding belongs to.</summary>
public enum Side
{
    /// <summary>The range as the court determined it.</summary>
    Original,

    /// <summary>The range as amended.</summary>
    Amended,

    /// <summary>How far the term may fall.</summary>
    Reduction,

    /// <summary>The dates without the order.</summary>
    Before,

    /// <summary>The dates with the order.</summary>
    After,

    /// <summary>Section 404 of the First Step Act.</summary>
    Section404,
}

/// <summary>One finding of a determination with its place: ids are <c>1</c>, <c>2</c> and so on, in the order of the lines.</summary>
public readonly record struct FlatFinding(int Id, Side Side, Finding Finding);

/// <summary>
/// The findings of a determination written flat: each once, under the first side that rests on it, and never before the findings it
/// rests on. One object serves many determinations, one after the other.
/// </summary>
public sealed class FlatFindings
{
    private readonly List<FlatFinding> lines = [];

    /// <summary>The findings, reasons before what follows from them.</summary>
    public IReadOnlyList<FlatFinding> Lines => lines;

    /// <summary>The id of a finding of the determination; zero for any other.</summary>
    /// <remarks>What a finding rests on stands shortly before it, and there are a few dozen: looking back is faster than a table.</remarks>
    public int IdOf(Finding finding)
    {
        var written = CollectionsMarshal.AsSpan(lines);
        for (var i = written.Length - 1; i >= 0; i--)
        {
            if (ReferenceEquals(written[i].Finding, finding))
            {
                return written[i].Id;
            }
        }

        return 0;
    }

    /// <summary>Takes up other findings: the roots of each side.</summary>
    public void Read(params ReadOnlySpan<(Side Side, IReadOnlyList<Finding> Roots)> sides)
    {
        lines.Clear();
        foreach (var (side, roots) in sides)
        {
            Add(roots, side);
        }
    }

    /// <summary>Takes up the findings of another determination.</summary>
    public void Read(Determination determination) =>
        Read(
            (Side.Original, determination.OriginalFindings),
            (Side.Amended, determination.AmendedFindings),
            (Side.Reduction, determination.ReductionFindings),
            (Side.Section404, determination.Section404?.Findings ?? [])
        );

    /// <summary>The findings of one computation alone, reasons before what follows from them.</summary>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<Finding> roots)
    {
        var flat = new FlatFindings();
        flat.Add(roots, Side.Original);
        return [.. flat.lines.Select(line => line.Finding)];
    }

    private void Add(IReadOnlyList<Finding> findings, Side side)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            if (IdOf(finding) != 0)
            {
                continue;
            }

            Add(finding.Basis, side);
            lines.Add(new FlatFinding(lines.Count + 1, side, finding));
        }
    }
}
