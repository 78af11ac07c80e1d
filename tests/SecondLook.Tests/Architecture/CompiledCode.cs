using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace SecondLook.Tests.Architecture;

/// <summary>What our assemblies use, read from the compiled code, where no spelling can hide it.</summary>
internal static class CompiledCode
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly FrozenDictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => code.Value);

    public static Assembly Sentencing => Assembly.Load("SecondLook.Sentencing");

    public static Assembly Screening => Assembly.Load("SecondLook.Screening");

    public static Assembly Docket => Assembly.Load("SecondLook.Docket");

    public static Assembly Cli => Assembly.Load("secondlook");

    /// <summary>The types somebody wrote, with the lambdas and state machines the compiler made from them.</summary>
    public static IEnumerable<Type> OwnTypes(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.Namespace?.StartsWith("SecondLook.", StringComparison.Ordinal) == true);

    /// <summary>The types somebody wrote, and nothing the compiler made.</summary>
    public static IEnumerable<Type> NamedTypes(Assembly assembly) =>
        OwnTypes(assembly).Where(type => !type.Name.Contains('<') && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

    /// <summary>The full names of the types outside the assembly that its code mentions.</summary>
    public static IReadOnlyList<string> TypesReferencedBy(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Every type that one type mentions: in its bases, fields, signatures and bodies, and inside generic arguments.</summary>
    public static IEnumerable<Type> TypesUsedBy(Type type) => DirectlyUsedBy(type).SelectMany(Parts).Distinct();

    private static IEnumerable<Type> DirectlyUsedBy(Type type)
    {
        if (type.BaseType is { } parent)
        {
            yield return parent;
        }

        foreach (var used in type.GetInterfaces().Concat(type.GetFields(Declared).Select(field => field.FieldType)))
        {
            yield return used;
        }

        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            foreach (var used in UsedBy(method))
            {
                yield return used;
            }
        }
    }

    private static IEnumerable<Type> UsedBy(MethodBase method)
    {
        var signature = method.GetParameters().Select(parameter => parameter.ParameterType);
        var result = method is MethodInfo { ReturnType: var returned } ? [returned] : Array.Empty<Type>();
        var locals = method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [];
        return [.. signature, .. result, .. locals, .. Instructions(method).SelectMany(step => UsedBy(step.Code, step.Member))];
    }

    private static IEnumerable<Type> UsedBy(OpCode code, MemberInfo? member) =>
        member switch
        {
            Type type => [type],
            FieldInfo field => [field.DeclaringType!, field.FieldType],
            MethodInfo method =>
            [
                method.DeclaringType!,
                method.ReturnType,
                .. method.GetParameters().Select(parameter => parameter.ParameterType),
                .. method.GetGenericArguments(),
            ],
            ConstructorInfo constructor =>
            [
                constructor.DeclaringType!,
                .. constructor.GetParameters().Select(parameter => parameter.ParameterType),
            ],
            _ when code == OpCodes.Ldc_R8 || code == OpCodes.Conv_R8 || code == OpCodes.Conv_R_Un => [typeof(double)],
            _ when code == OpCodes.Ldc_R4 || code == OpCodes.Conv_R4 => [typeof(float)],
            _ => [],
        };

    /// <summary>The instructions of a method, each with the member it names, if it names one.</summary>
    private static IEnumerable<(OpCode Code, MemberInfo? Member)> Instructions(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length; )
        {
            var code = il[at] == 0xFE ? OpCodesByValue[unchecked((short)(0xFE00 | il[at + 1]))] : OpCodesByValue[il[at]];
            at += code.Size;
            var member = code.OperandType
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineTok
                    or OperandType.InlineType
                ? Resolve(method, BitConverter.ToInt32(il, at))
                : null;
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
            yield return (code, member);
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token) =>
        method.Module.ResolveMember(
            token,
            method.DeclaringType?.GetGenericArguments(),
            method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : null
        );

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsConstructedGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)] : [type];
    }
}
