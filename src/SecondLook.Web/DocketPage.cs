using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using SecondLook.Web.SignIn;

namespace SecondLook.Web;

/// <summary>A page for somebody who is signed in: who looks, the docket, the time, and what to do when an act is refused.</summary>
public abstract class DocketPage : PageModel
{
    /// <summary>The docket.</summary>
    protected DocketStore Store => HttpContext.RequestServices.GetRequiredService<DocketStore>();

    /// <summary>Who looks.</summary>
    public Account Me { get; private set; } = null!;

    /// <summary>Now.</summary>
    public DateTimeOffset Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Today, where the site runs.</summary>
    public DateOnly Today => DateOnly.FromDateTime(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);

    /// <summary>The key of the act that a form sends: made when the form is shown, so that sending it twice is one act.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>The version of the case that was shown with the form.</summary>
    [BindProperty]
    public int? Seen { get; set; }

    /// <summary>Why the act was refused; null where it was not.</summary>
    protected RefusedException? Refused { get; private set; }

    /// <summary>A key for a form that is shown anew.</summary>
    public static Guid NewKey() => Guid.CreateVersion7();

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await HttpContext.RequestServices.GetRequiredService<Reader>().Account() is not { } account)
        {
            context.Result = RedirectToPage("/SignIn", new { ReturnUrl = Request.Path + Request.QueryString });
            return;
        }

        // A form that asks for what the page does not do would be shown with nothing in it.
        if (HttpMethods.IsPost(Request.Method) && context.HandlerMethod is null)
        {
            context.Result = BadRequest();
            return;
        }

        Me = account;
        var shown = await next();
        if (HttpMethods.IsGet(Request.Method) && shown.Exception is null && shown.Result is not NotFoundResult)
        {
            await WriteDown();
        }
    }

    /// <summary>What the log says was opened, and the entry that it is of; null for a page about the case.</summary>
    protected virtual (string What, Guid? EntryId) Opened => ($"page {RouteData.Values["page"]}".TrimEnd(), null);

    /// <summary>Keeps who looks at which page of a case, before it is shown.</summary>
    private async Task WriteDown()
    {
        if (
            Request.Path.StartsWithSegments("/cases", StringComparison.Ordinal)
            && Guid.TryParse((RouteData.Values["id"] ?? RouteData.Values["caseId"]) as string, out var id)
        )
        {
            try
            {
                await Store.Look(new(Me.Id, Now), id, Opened.What, Opened.EntryId);
            }
            catch (RefusedException)
            {
                // There is no such case for this reader: nothing of it was shown.
            }
        }
    }

    /// <summary>Does something that the rules of the house may refuse; what is refused is said on top of the page.</summary>
    /// <returns>True where it was done.</returns>
    protected async Task<bool> Try(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception refusal) when (refusal is RefusedException or OvertakenException)
        {
            Refused = refusal as RefusedException;
            ModelState.AddModelError("", refusal.Message);
            return false;
        }
    }

    /// <summary>Says something on top of the next page that is shown.</summary>
    protected void Say(string message) => TempData["said"] = message;
}
