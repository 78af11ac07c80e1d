using SecondLook.Web.Documents;
using SecondLook.Web.Pages.Motions;

namespace SecondLook.Web.Pages.Documents;

/// <summary>The papers that can be made of a case for its reader.</summary>
internal sealed class IndexModel : CasePage
{
    public IReadOnlyList<(string About, IReadOnlyList<(string Label, string Href)> Papers)> Papers => PaperList.Of(View);
}
