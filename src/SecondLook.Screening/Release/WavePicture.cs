using System.Globalization;
using System.Text;

namespace SecondLook.Screening.Release;

/// <summary>Who leaves in each month as a picture: a bar a month, the part under an order darker. days.csv has the same figures.</summary>
internal static class WavePicture
{
    private const int Months = 24;
    private const int Left = 70;
    private const int Top = 40;
    private const int Height = 240;
    private const int Bar = 26;
    private const int Gap = 8;

    /// <summary>The picture, as SVG: two years from the first order, or from the first day.</summary>
    public static string Of(ReleasePlan plan)
    {
        var from = plan.FirstOrder?.AddDays(-2) ?? (plan.Days.Count > 0 ? plan.Days.First().Key : DateOnly.MinValue);
        var months = plan
            .Days.Where(day => day.Key >= from)
            .GroupBy(day => new DateOnly(day.Key.Year, day.Key.Month, 1))
            .Take(Months)
            .Select(month => (Month: month.Key, Leaving: month.Aggregate(default(Leaving), (sum, day) => sum + day.Value)))
            .ToList();
        var most = Math.Max(1, months.Select(m => m.Leaving.People).DefaultIfEmpty(1).Max());
        var width = Left + (months.Count * (Bar + Gap)) + Gap;
        var svg = new StringBuilder();
        Add(
            svg,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {Top + Height + 70}\" role=\"img\" aria-labelledby=\"t d\" font-family=\"sans-serif\" font-size=\"12\">"
        );
        Add(svg, $"<title id=\"t\">People who leave, by month</title>");
        Add(svg, $"<desc id=\"d\">The figures are those of days.csv. Dark: under an order. The highest bar is {most:#,0} people.</desc>");
        Add(svg, $"<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        Add(svg, $"<text x=\"{Left}\" y=\"20\" font-size=\"14\" fill=\"#1b1b1b\">People who leave, by month; dark: under an order</text>");
        foreach (var (share, label) in new[] { (0, 0), (1, most / 2), (2, most) })
        {
            var y = Top + Height - (Height * share / 2);
            Add(svg, $"<line x1=\"{Left}\" x2=\"{width}\" y1=\"{y}\" y2=\"{y}\" stroke=\"#c9c9c9\"/>");
            Add(svg, $"<text x=\"{Left - 6}\" y=\"{y + 4}\" text-anchor=\"end\" fill=\"#1b1b1b\">{label:#,0}</text>");
        }

        foreach (var (i, (month, leaving)) in months.Index())
        {
            var x = Left + Gap + (i * (Bar + Gap));
            Column(svg, x, leaving.People, most, "#97b1d3");
            Column(svg, x, leaving.UnderOrder, most, "#1a4480");
            var label = month.ToString("MMM yyyy", CultureInfo.InvariantCulture);
            var (at, below) = (x + (Bar / 2) + 4, Top + Height + 8);
            Add(svg, $"<text transform=\"translate({at},{below}) rotate(90)\" fill=\"#1b1b1b\">{label}</text>");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Column(StringBuilder svg, int x, int people, int most, string fill)
    {
        var height = (int)((long)Height * people / most);
        Add(svg, $"<rect x=\"{x}\" y=\"{Top + Height - height}\" width=\"{Bar}\" height=\"{height}\" fill=\"{fill}\"/>");
    }

    private static void Add(StringBuilder svg, FormattableString line) =>
        svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
