using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace SecondLook.AcceptanceTests;

/// <summary>The program itself, as a process of its own: <c>secondlook serve</c> on a docket, which can be killed at any moment.</summary>
internal sealed partial class ServedProgram : IDisposable
{
    /// <summary>As it was built, in its own folder: the copy beside the tests has the packages of the tests.</summary>
    private static readonly Lazy<string> Program = new(() =>
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = tests.Parent!.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "src", "SecondLook.Cli", "bin", tests.Parent.Name, tests.Name, "secondlook.dll");
    });

    private readonly Process process;

    private ServedProgram(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ServedProgram> Start(string database, DirectoryInfo home)
    {
        var started = Process.Start(
            new ProcessStartInfo("dotnet", [Program.Value, "serve", "--database", database, "--urls", "http://127.0.0.1:0"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = home.FullName,
            }
        )!;
        var errors = started.StandardError.ReadToEndAsync();
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } told)
            {
                return new(started, new Uri(told.Groups["url"].Value));
            }
        }

        throw new InvalidOperationException($"The program did not start: {await errors}");
    }

    /// <summary>As by a power cut: the program is told nothing and writes nothing more.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    [GeneratedRegex("SecondLook is at (?<url>http://[0-9.]+:[0-9]+)")]
    private static partial Regex Listening();
}

/// <summary>Somebody at a browser without scripts, who stays signed in when the program is started again.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient client = new(
        new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false },
        disposeHandler: true
    )
    {
        Timeout = TimeSpan.FromMinutes(10), // a machine may be slow; what is asked here is whether an answer comes
    };

    public async Task SignIn(Uri site, string name)
    {
        var form = await Form(site, "/sign-in");
        var answer = await Send(site, "/sign-in", form, ("Name", name), ("Password", $"sample-{name}"));
        Assert.Equal("/", answer);
    }

    /// <summary>A page; it has to be there.</summary>
    public async Task<string> Page(Uri site, string path)
    {
        using var answer = await client.GetAsync(new Uri(site, path));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}\n{text}");
        return text;
    }

    /// <summary>The hidden fields of a page.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Form(Uri site, string path) =>
        Inputs()
            .Matches(await Page(site, path))
            .DistinctBy(m => m.Groups["name"].Value)
            .ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value), StringComparer.Ordinal);

    /// <summary>Sends a form. An act that was done is answered with where to go on; null where no answer came.</summary>
    public Task<string?> Send(
        Uri site,
        string path,
        IReadOnlyDictionary<string, string> form,
        params (string Name, string Value)[] fields
    ) =>
        Send(
            site,
            path,
            () =>
                new FormUrlEncodedContent(
                    form.Where(f => !fields.Any(given => given.Name == f.Key))
                        .Concat(fields.Select(given => KeyValuePair.Create(given.Name, given.Value)))
                )
        );

    /// <summary>Sends a form with a file.</summary>
    public Task<string?> Send(
        Uri site,
        string path,
        IReadOnlyDictionary<string, string> form,
        string field,
        string fileName,
        byte[] file
    ) =>
        Send(
            site,
            path,
            () =>
            {
                var content = new MultipartFormDataContent { { new ByteArrayContent(file), field, fileName } };
                foreach (var (name, value) in form)
                {
                    content.Add(new StringContent(value), name);
                }

                return content;
            }
        );

    public void Dispose() => client.Dispose();

    private async Task<string?> Send(Uri site, string path, Func<HttpContent> content)
    {
        try
        {
            using var body = content();
            using var answer = await client.PostAsync(new Uri(site, path), body);
            if (answer.Headers.Location is { } then)
            {
                return then.ToString();
            }

            var said = Alert().Match(await answer.Content.ReadAsStringAsync()).Value;
            Assert.Fail($"{path}: {answer.StatusCode} {said}");
            return null;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return null;
        }
    }

    [GeneratedRegex("<div class=\"usa-alert.*?</div>", RegexOptions.Singleline)]
    private static partial Regex Alert();

    [GeneratedRegex("<input (?=[^>]*type=\"hidden\")(?=[^>]*name=\"(?<name>[^\"]*)\")(?=[^>]*value=\"(?<value>[^\"]*)\")[^>]*>")]
    private static partial Regex Inputs();
}
