using System.Globalization;
using System.Net;
using System.Text;

namespace SecondLook.Screening.Release;

/// <summary>One line of a chart: people without a detainer, and below them, apart, people with one.</summary>
/// <param name="Label">What the line is.</param>
/// <param name="Leaving">The people.</param>
internal readonly record struct ChartRow(string Label, Leaving Leaving);

/// <summary>
/// A chart as SVG: a line for each day, month or place, with bars to the right, so that it reads on a telephone. Colors and type are those of
/// the U.S. Web Design System; the same figures stand in a table beside it, and in its description.
/// </summary>
internal sealed class BarChart(string title, string span, string table, IReadOnlyList<ChartRow> rows, bool synthetic)
{
    private const int Width = 480;
    private const int Left = 150;
    private const int Right = 58;
    private const int RowHeight = 46;
    private const int Bar = 16;
    private const int Ticks = 4;
    private const int LegendAt = 64;

    private const string Ink = "#1b1b1b"; // ink
    private const string Line = "#dfe1e2"; // base-lighter
    private const string UnderOrder = "#005ea2"; // primary
    private const string Other = "#a9aeb1"; // base-light
    private const string Detained = "#c05600"; // accent-warm-dark
    private const string Warning = "#faf3d1"; // warning-lighter
    private const string WarningEdge = "#ffbe2e"; // warning

    private readonly StringBuilder svg = new();

    /// <summary>The chart.</summary>
    public string Svg()
    {
        var top = LegendAt + 58 + (synthetic ? 46 : 0);
        var bottom = top + (rows.Count * RowHeight);
        var most = Nice(
            rows.Select(row => Math.Max(row.Leaving.Detained, row.Leaving.People - row.Leaving.Detained)).DefaultIfEmpty(1).Max()
        );
        Add(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {bottom + 56}\" width=\"100%\" preserveAspectRatio=\"xMinYMin meet\" style=\"max-width: {Width * 3 / 2}px\" role=\"img\" aria-labelledby=\"title description\" font-family=\"'Public Sans', 'Source Sans Pro', 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif\" font-size=\"14\" fill=\"{Ink}\">"
        );
        Add($"<title id=\"title\">{Text(title)}</title>");
        Add($"<desc id=\"description\">{Text(Description())}</desc>");
        Add($"<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        Add($"<text x=\"12\" y=\"28\" font-size=\"20\" font-weight=\"700\">{Text(title)}</text>");
        Add($"<text x=\"12\" y=\"50\">{Text(span)}</text>");
        Legend();
        if (synthetic)
        {
            Add($"<rect x=\"12\" y=\"{LegendAt + 58}\" width=\"{Width - 24}\" height=\"32\" fill=\"{Warning}\"/>");
            Add($"<rect x=\"12\" y=\"{LegendAt + 58}\" width=\"6\" height=\"32\" fill=\"{WarningEdge}\"/>");
            Add($"<text x=\"28\" y=\"{LegendAt + 79}\">Synthetic: nobody counted here exists.</text>");
        }

        Axis(top, bottom, most);
        foreach (var (i, row) in rows.Index())
        {
            Row(row, top + (i * RowHeight) + 6, most);
        }

        Add($"<text x=\"12\" y=\"{bottom + 46}\" font-size=\"13\">The same figures as a table: {Text(table)}</text>");
        return svg.Append("</svg>\n").ToString();
    }

    private void Legend()
    {
        foreach (
            var (x, y, fill, says) in new[]
            {
                (12, LegendAt, UnderOrder, "under an order"),
                (150, LegendAt, Other, "no order"),
                (12, LegendAt + 24, Detained, "with a detainer: the date is not moved"),
            }
        )
        {
            Add($"<rect x=\"{x}\" y=\"{y}\" width=\"14\" height=\"14\" fill=\"{fill}\"/>");
            Add($"<text x=\"{x + 22}\" y=\"{y + 12}\">{says}</text>");
        }
    }

    private void Axis(int top, int bottom, int most)
    {
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var people = most * tick / Ticks;
            var x = Left + Long(people, most);
            Add($"<line x1=\"{x}\" x2=\"{x}\" y1=\"{top}\" y2=\"{bottom}\" stroke=\"{Line}\"/>");
            Add($"<text x=\"{x}\" y=\"{bottom + 18}\" text-anchor=\"middle\" font-size=\"13\">{people:#,0}</text>");
        }

        Add($"<text x=\"{Left - 10}\" y=\"{bottom + 18}\" text-anchor=\"end\" font-size=\"13\">people</text>");
    }

    private void Row(ChartRow row, int y, int most)
    {
        var (free, ordered) = (row.Leaving.People - row.Leaving.Detained, row.Leaving.UnderOrder - row.Leaving.DetainedUnderOrder);
        Add($"<text x=\"{Left - 10}\" y=\"{y + 13}\" text-anchor=\"end\">{Text(row.Label)}</text>");
        Add($"<rect x=\"{Left}\" y=\"{y}\" width=\"{Long(ordered, most)}\" height=\"{Bar}\" fill=\"{UnderOrder}\"/>");
        Add(
            $"<rect x=\"{Left + Long(ordered, most)}\" y=\"{y}\" width=\"{Long(free, most) - Long(ordered, most)}\" height=\"{Bar}\" fill=\"{Other}\"/>"
        );
        Add($"<text x=\"{Left + Long(free, most) + 6}\" y=\"{y + 13}\">{free:#,0}</text>");
        if (row.Leaving.Detained > 0)
        {
            var below = y + Bar + 1;
            Add($"<rect x=\"{Left}\" y=\"{below}\" width=\"{Long(row.Leaving.Detained, most)}\" height=\"{Bar}\" fill=\"{Detained}\"/>");
            Add(
                $"<text x=\"{Left + Long(row.Leaving.Detained, most) + 6}\" y=\"{below + 13}\" fill=\"{Detained}\">{row.Leaving.Detained:#,0}</text>"
            );
        }
    }

    private string Description()
    {
        var said = new StringBuilder(synthetic ? "Synthetic: nobody counted here exists. " : "");
        foreach (var row in rows)
        {
            said.Append(
                CultureInfo.InvariantCulture,
                $"{row.Label}: {row.Leaving.People - row.Leaving.Detained:#,0} without a detainer, {row.Leaving.Detained:#,0} with one. "
            );
        }

        return said.Append("The same figures stand in ").Append(table).Append('.').ToString();
    }

    /// <summary>The length of a bar; anybody at all can be seen.</summary>
    private static int Long(int people, int most) => people == 0 ? 0 : Math.Max(2, (int)((long)(Width - Left - Right) * people / most));

    /// <summary>The end of the axis: 4, 8, 12, 20 or 40 and their multiples by ten, so that every tick is a whole number.</summary>
    private static int Nice(int people)
    {
        for (var unit = 1; ; unit *= 10)
        {
            foreach (var end in new[] { 4, 8, 12, 20 })
            {
                if (people <= end * unit)
                {
                    return end * unit;
                }
            }
        }
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private void Add(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
