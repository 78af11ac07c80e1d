using SecondLook.Sentencing.Findings;

namespace SecondLook.Web.Documents;

/// <summary>The papers that can be made of a case for one reader: of what the docket gives that reader, and of nothing else.</summary>
internal static class PaperList
{
    /// <summary>The papers under what they are about, in the order of the docket; what is sealed comes only to those named.</summary>
    public static IReadOnlyList<(string About, IReadOnlyList<(string Label, string Href)> Papers)> Of(CaseView view)
    {
        (string, string) At(string label, string name, Entry of) => (label, $"/cases/{view.Case.Id}/documents/{name}?of={of.Id}");
        return
        [
            .. view.Current<Order>()
                .Select(order =>
                    (
                        $"Order of {Wording.Date(order.SignedOn)}",
                        (IReadOnlyList<(string, string)>)
                            [
                                At("Order, the public page", "order", order),
                                .. view.All<RestrictedPage>().Any(p => p.SubjectId == order.Id)
                                    ? [At("Order, the page that is not public", "restricted", order)]
                                    : ((string, string)[])[],
                                At("Notice to the prison", "notice", order),
                            ]
                    )
                ),
            .. view.All<Motion>()
                .Select(motion =>
                    (
                        $"Motion filed as of {Wording.Date(motion.FiledOn)}",
                        (IReadOnlyList<(string, string)>)[At("Motion", "motion", motion), At("Proposed order", "proposed-order", motion)]
                    )
                ),
            .. view.Current<Recalculation>()
                .Select(stored =>
                    (
                        $"Computation of {Words.Day(stored.At)}, sealed",
                        (IReadOnlyList<(string, string)>)
                            [
                                At("Worksheet", "worksheet", stored),
                                At("Draft of a motion", "motion", stored),
                                At("Proposed order", "proposed-order", stored),
                            ]
                    )
                ),
        ];
    }
}
