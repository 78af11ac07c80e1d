using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Quartz;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Law;
using SecondLook.Web.Imports;
using SecondLook.Web.SignIn;

namespace SecondLook.Web;

/// <summary>What a site is made of, chosen by whoever starts it.</summary>
/// <param name="Store">The docket.</param>
/// <param name="Urls">Where it listens, such as <c>http://localhost:5080</c>.</param>
/// <param name="Folder">Where it keeps what is not in the database: the keys that protect its cookies.</param>
/// <param name="Clock">The clock: the site is a front door, the rooms behind it are told the time.</param>
public sealed record SiteOptions(DocketStore Store, string Urls, string Folder, TimeProvider Clock)
{
    /// <summary>True where everybody in the docket is invented; every page says so.</summary>
    public bool Sample { get; init; }

    /// <summary>The people one can sign in as, shown on the page of a sample docket; empty otherwise.</summary>
    public IReadOnlyList<SampleLogin> SampleLogins { get; init; } = [];
}

/// <summary>An invented account of a sample docket, with its password.</summary>
/// <param name="Name">What to sign in with.</param>
/// <param name="Password">The password.</param>
/// <param name="Who">Who it is.</param>
public sealed record SampleLogin(string Name, string Password, string Who);

/// <summary>The web site: pages rendered on the server, useful without JavaScript, nothing loaded from elsewhere.</summary>
public static class Site
{
    /// <summary>Nothing but what the site itself serves; no inline script, no inline style, in no frame.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Makes the site; it does not listen until it is started.</summary>
    public static WebApplication Build(SiteOptions options)
    {
        // Beside the program, wherever it was started from.
        var files = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder
            .Logging.ClearProviders()
            .AddConsole()
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None) // whoever starts the site is told why it did not start
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error) // nothing is cached here anyway
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // the keys lie in a folder that only this account may read
        Add(builder.Services, options);
        var site = builder.Build();

        site.UseExceptionHandler("/error");
        site.UseStatusCodePagesWithReExecute("/error", "?code={0}");
        site.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers.CacheControl = "no-store"; // what is shown depends on who looks
                return next(context);
            }
        );
        site.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(files),
                OnPrepareResponse = served => served.Context.Response.Headers.CacheControl = "public, max-age=3600",
            }
        );
        site.UseRouting();
        site.UseAuthentication();
        site.UseAuthorization();
        site.MapRazorPages();
        return site;
    }

    private static void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Store);
        services.AddSingleton(options.Clock);
        services.AddSingleton<LawLibrary>(_ => Elements.Library);
        services.AddSingleton<PasswordHasher<Account>>();
        services
            .AddDataProtection()
            .SetApplicationName("SecondLook")
            .PersistKeysToFileSystem(OwnFolder(Path.Combine(OwnFolder(options.Folder).FullName, "keys")));
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "secondlook";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.LoginPath = "/sign-in";
                cookie.AccessDeniedPath = "/error";
                cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddHostedService<LeftBehind>();
        services.AddQuartz(quartz =>
        {
            quartz.AddJob<RunImports>(job => job.WithIdentity(RunImports.Key).StoreDurably());
            quartz.AddTrigger(trigger =>
                trigger
                    .ForJob(RunImports.Key)
                    .StartNow()
                    .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(20)).RepeatForever())
            );
        });
        services.AddQuartzHostedService();
        services.AddHttpContextAccessor();
        services.AddScoped<Reader>();
        services
            .AddRazorPages(pages =>
            {
                pages.Conventions.AllowAnonymousToPage("/Index");
                pages.Conventions.AllowAnonymousToPage("/SignIn");
                pages.Conventions.AllowAnonymousToPage("/Error");
                pages.Conventions.AllowAnonymousToFolder("/Law");
            })
            .AddApplicationPart(typeof(Site).Assembly);
    }

    /// <summary>A folder that only whoever started the program may read.</summary>
    private static DirectoryInfo OwnFolder(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
