using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SecondLook.Docket.People;

namespace SecondLook.Tests.Web;

/// <summary>
/// Everything that somebody may send to a site: each handler of a post that the site maps, with nothing filled in, and with every field filled in,
/// with each entry of a case where a field names one.
/// </summary>
internal static class Posts
{
    /// <summary>What stands in every field that takes words, so that it can be told from what a case holds.</summary>
    public const string Words = "WORDS that were sent";

    private static readonly string[] Set = ["Key", "Seen", "CaseId", "MotionId", "EntryId", "Id"];

    private static readonly DocketSite.Seen Empty = new(System.Net.HttpStatusCode.OK, null, null, []);

    /// <summary>What each post is answered with, in the order sent, the same on any site with the same entries.</summary>
    /// <param name="site">The site.</param>
    /// <param name="who">Who sends.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="motion">The motion.</param>
    /// <param name="entries">The entries that fields name, seen by the sender or not.</param>
    /// <param name="keys">Gives the key of each act.</param>
    public static async Task<IReadOnlyList<(string What, string Told)>> Answers(
        DocketSite site,
        Account who,
        Guid caseId,
        Guid motion,
        IReadOnlyList<Guid> entries,
        Func<Guid> keys
    )
    {
        var answers = new List<(string, string)>();
        var token = (await site.Get(who, "/sign-out")).Hidden["__RequestVerificationToken"];
        foreach (var (route, handler, fields) in await Handlers(site))
        {
            List<(string Name, string? Value)> least =
            [
                ("__RequestVerificationToken", token),
                ("Seen", $"{await site.Docket.Version(caseId, who)}"),
            ];
            await Send(entries[0], least);
            List<(string Name, string? Value)> filled =
            [
                .. least,
                ("Key", keys().ToString()),
                .. fields.Where(f => !Set.Contains(f.Name) && !IsKey(f.Type)).Select(f => (f.Name, Value(f.Type))),
            ];
            await Send(entries[0], filled);

            // Where an address or a field names an entry, each of them in turn.
            foreach (var entry in entries)
            {
                if (route.Contains("entryId", StringComparison.Ordinal))
                {
                    await Send(entry, filled);
                }

                foreach (var (name, _) in fields.Where(f => !Set.Contains(f.Name) && IsKey(f.Type)))
                {
                    await Send(entries[0], [.. filled, (name, entry.ToString())]);
                }
            }

            async Task Send(Guid of, List<(string Name, string? Value)> sent)
            {
                var path = "/" + Alike.Filled(route, caseId, motion, of) + (handler is null ? "" : $"?handler={handler}");
                var seen = await site.Post(who, path, Empty, [.. sent]);
                answers.Add(($"{path} {string.Join(' ', sent.Skip(1).Select(f => $"{f.Name}={f.Value}"))}", Alike.Told(seen)));
            }
        }

        return answers;
    }

    /// <summary>Every handler of a post that is mapped, with the fields that it takes.</summary>
    private static async Task<IReadOnlyList<(string Route, string? Handler, List<(string Name, Type Type)> Fields)>> Handlers(
        DocketSite site
    )
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var handlers = new List<(string, string?, List<(string, Type)>)>();
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var page = await loader.LoadAsync(endpoint.Metadata.GetRequiredMetadata<PageActionDescriptor>(), endpoint.Metadata);
            var route = endpoint.RoutePattern.RawText!.TrimStart('/');
            if (route.StartsWith("sign", StringComparison.Ordinal))
            {
                continue; // nobody would be signed in any more
            }

            foreach (var method in page.HandlerMethods.Where(m => m.HttpMethod == "Post"))
            {
                handlers.Add(
                    (
                        route,
                        method.Name,
                        [
                            .. page
                                .BoundProperties.Where(p => p.BindingInfo?.BindingSource != BindingSource.Services)
                                .Concat(method.Parameters)
                                .Select(p => (p.Name, p.ParameterType)),
                        ]
                    )
                );
            }
        }

        return handlers;
    }

    private static bool IsKey(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) == typeof(Guid) || typeof(IEnumerable<Guid>).IsAssignableFrom(type);

    private static string? Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(DateOnly) => "2015-11-02",
            _ when type == typeof(int) || type == typeof(long) => "38",
            _ when type == typeof(bool) => "true",
            _ when type == typeof(string) => Words,
            { IsEnum: true } => Enum.GetNames(type)[0],
            _ => null, // a file, or the columns of one
        };
    }
}
