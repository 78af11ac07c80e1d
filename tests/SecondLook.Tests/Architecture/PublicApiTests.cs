using PublicApiGenerator;

namespace SecondLook.Tests.Architecture;

/// <summary>
/// What the library shows to those who use it stands in a file, so that every change of it is read before it is made:
/// <c>src/SecondLook.Sentencing/PublicApi.txt</c>. Take a change over with <c>SECONDLOOK_GOLDEN=accept</c>.
/// </summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_face_of_the_library_is_the_one_that_was_read() =>
        Golden.Matches(
            "../../src/SecondLook.Sentencing/PublicApi.txt",
            CompiledCode.Sentencing.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n"
        );
}
