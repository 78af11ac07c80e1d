using Microsoft.AspNetCore.Mvc;

namespace SecondLook.Web.Pages;

/// <summary>The agreed motions of the cases that the reader works in, by the amendments that they name.</summary>
internal sealed class BatchesModel : DocketPage
{
    public IReadOnlyList<(string Batch, int Count)> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (Me.Role is not (Role.Judge or Role.Chambers))
        {
            return NotFound();
        }

        Groups =
        [
            .. Agreed(await Store.InCourt(Me.Id))
                .GroupBy(m => Batch(m.Motion), StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, group.Count())),
        ];
        return Page();
    }

    /// <summary>The motions without a ruling or an order to which everybody who answered agrees, the oldest first.</summary>
    public static IEnumerable<(CaseView View, Motion Motion)> Agreed(IEnumerable<CaseView> views) =>
        views
            .SelectMany(view => Triaged.Open(view).Select(motion => (View: view, Motion: motion)))
            .Where(m =>
                m.View.All<Response>().Where(r => r.SubjectId == m.Motion.Id).Select(r => r.Position).Distinct().ToList()
                    is [Position.Agrees]
                && !m.View.All<Ruling>().Any(r => r.SubjectId == m.Motion.Id)
            )
            .OrderBy(m => m.Motion.FiledOn)
            .ThenBy(m => m.Motion.Id);

    /// <summary>The batch of a motion, such as <c>782</c> or <c>782-821</c>.</summary>
    public static string Batch(Motion motion) => string.Join('-', motion.Amendments.Order(StringComparer.Ordinal));
}
