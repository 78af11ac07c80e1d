using System.Diagnostics;
using System.Text;

namespace SecondLook.Web.Documents;

/// <summary>
/// A paper as a PDF that declares PDF/UA-1, set by Typst in Node. Node and the package <c>@myriaddreamin/typst-ts-node-compiler</c> are looked for
/// where Node itself looks: beside the program and above it, and in NODE_PATH. Where they are not there, the page to print serves.
/// </summary>
internal static class PdfFile
{
    public const string MediaType = "application/pdf";

    /// <summary>What to say where there is no PDF.</summary>
    public const string NotHere =
        "PDF files are not made here: Node and its package @myriaddreamin/typst-ts-node-compiler are needed and were not found. Print this page instead.";

    // The time is left out, so that the same paper is the same bytes.
    private const string Script = """
        const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
        const read = []; process.stdin.on('data', d => read.push(d)).on('end', () => {
          const compiler = NodeCompiler.create({ workspace: process.argv[1] });
          const source = Buffer.concat(read).toString('utf8');
          process.stdout.write(compiler.pdf({ mainFileContent: source }, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp: 0 }));
        });
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The bytes; null where what makes them is not there.</summary>
    public static async Task<byte[]?> Of(Paper paper)
    {
        var empty = Directory.CreateTempSubdirectory("secondlook-pdf");
        try
        {
            using var node = Process.Start(
                new ProcessStartInfo("node", ["-e", Script, "--", empty.FullName])
                {
                    WorkingDirectory = AppContext.BaseDirectory,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                }
            )!;
            using var limit = new CancellationTokenSource(Patience);
            using var pdf = new MemoryStream();
            var reading = node.StandardOutput.BaseStream.CopyToAsync(pdf, limit.Token);
            var errors = node.StandardError.ReadToEndAsync(limit.Token);
            await WriteSource(node, TypstSource.Of(paper));
            try
            {
                await Task.WhenAll(reading, errors, node.WaitForExitAsync(limit.Token));
            }
            catch (OperationCanceledException)
            {
                node.Kill(entireProcessTree: true);
                return null;
            }

            return node.ExitCode == 0 && pdf.Length > 0 ? pdf.ToArray() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // there is no Node
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    private static async Task WriteSource(Process node, string source)
    {
        try
        {
            await node.StandardInput.WriteAsync(source);
            node.StandardInput.Close();
        }
        catch (IOException)
        {
            // The package is not there, and Node has gone.
        }
    }
}
