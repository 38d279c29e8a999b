using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace GutGuide.Web.Tests.Architecture;

/// <summary>Which namespaces of one compiled assembly use which others of it.</summary>
internal sealed class NamespaceGraph
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value);

    private readonly MetadataReader _metadata;
    private readonly PEReader _file;
    private readonly TypesInSignature _signatures;
    private readonly Dictionary<(string From, string To), SortedSet<string>> _edges = [];

    private NamespaceGraph(PEReader file)
    {
        _file = file;
        _metadata = file.GetMetadataReader();
        _signatures = new TypesInSignature(_metadata);
    }

    /// <summary>Each edge with the types that make it, as <c>User -> Used</c>.</summary>
    public IReadOnlyDictionary<(string From, string To), SortedSet<string>> Edges => _edges;

    public static NamespaceGraph Of(string assemblyPath)
    {
        using var file = new PEReader(File.OpenRead(assemblyPath));
        var graph = new NamespaceGraph(file);
        graph.ReadTypes();
        return graph;
    }

    /// <summary>The same without some edges.</summary>
    public NamespaceGraph Without(IEnumerable<(string From, string To)> edges)
    {
        foreach (var edge in edges)
        {
            _edges.Remove(edge);
        }

        return this;
    }

    /// <summary>Namespaces that lead back to themselves, each group with everything that is in its cycle.</summary>
    public IReadOnlyList<string[]> Cycles()
    {
        var names = _edges.Keys.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Order(StringComparer.Ordinal).ToArray();
        var reached = names.ToDictionary(name => name, ReachedFrom);
        return [.. names
            .Where(name => reached[name].Contains(name))
            .GroupBy(name => string.Join(' ', names.Where(other => reached[name].Contains(other) && reached[other].Contains(name))))
            .Select(cycle => cycle.ToArray())];
    }

    /// <summary>A cycle as its edges, each with the types that make it.</summary>
    public string Words(string[] cycle) => string.Join(Environment.NewLine, _edges
        .Where(edge => cycle.Contains(edge.Key.From) && cycle.Contains(edge.Key.To))
        .OrderBy(edge => edge.Value.Count)
        .Select(edge => $"{edge.Key.From} => {edge.Key.To}: {string.Join(", ", edge.Value)}"));

    private HashSet<string> ReachedFrom(string start)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([start]);
        while (open.TryPop(out var from))
        {
            foreach (var (_, to) in _edges.Keys.Where(edge => edge.From == from && reached.Add(edge.To)))
            {
                open.Push(to);
            }
        }

        return reached;
    }

    private void ReadTypes()
    {
        foreach (var handle in _metadata.TypeDefinitions)
        {
            var type = _metadata.GetTypeDefinition(handle);
            Use(handle, type.BaseType);
            foreach (var implemented in type.GetInterfaceImplementations())
            {
                Use(handle, _metadata.GetInterfaceImplementation(implemented).Interface);
            }

            foreach (var field in type.GetFields())
            {
                Use(handle, _metadata.GetFieldDefinition(field).DecodeSignature(_signatures, null));
            }

            foreach (var method in type.GetMethods())
            {
                ReadMethod(handle, _metadata.GetMethodDefinition(method));
            }

            foreach (var attribute in type.GetCustomAttributes())
            {
                Use(handle, _metadata.GetCustomAttribute(attribute).Constructor);
            }
        }
    }

    private void ReadMethod(TypeDefinitionHandle user, MethodDefinition method)
    {
        UseSignature(user, method.DecodeSignature(_signatures, null));
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            foreach (var local in _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_signatures, null))
            {
                Use(user, local);
            }
        }

        foreach (var region in body.ExceptionRegions.Where(region => !region.CatchType.IsNil))
        {
            Use(user, region.CatchType);
        }

        ReadCode(user, body.GetILReader());
    }

    private void ReadCode(TypeDefinitionHandle user, BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            var operation = OpCodesByValue[value == 0xFE ? (value << 8) | code.ReadByte() : value];
            switch (operation.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Use(user, MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                default:
                    code.Offset += SizeOf(operation.OperandType);
                    break;
            }
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private void Use(TypeDefinitionHandle user, EntityHandle used)
    {
        switch (used.Kind)
        {
            // Interfaces and <Module> have no base.
            case HandleKind.TypeDefinition when !used.IsNil:
                Add(user, (TypeDefinitionHandle)used);
                break;
            case HandleKind.TypeSpecification:
                Use(user, _metadata.GetTypeSpecification((TypeSpecificationHandle)used).DecodeSignature(_signatures, null));
                break;
            case HandleKind.FieldDefinition:
                Add(user, _metadata.GetFieldDefinition((FieldDefinitionHandle)used).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                Add(user, _metadata.GetMethodDefinition((MethodDefinitionHandle)used).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                UseMember(user, _metadata.GetMemberReference((MemberReferenceHandle)used));
                break;
            case HandleKind.MethodSpecification:
                var method = _metadata.GetMethodSpecification((MethodSpecificationHandle)used);
                Use(user, method.Method);
                method.DecodeSignature(_signatures, null).ToList().ForEach(types => Use(user, types));
                break;
        }
    }

    private void UseMember(TypeDefinitionHandle user, MemberReference member)
    {
        Use(user, member.Parent);
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            Use(user, member.DecodeFieldSignature(_signatures, null));
        }
        else
        {
            UseSignature(user, member.DecodeMethodSignature(_signatures, null));
        }
    }

    private void UseSignature(TypeDefinitionHandle user, MethodSignature<ImmutableArray<TypeDefinitionHandle>> signature)
    {
        Use(user, signature.ReturnType);
        signature.ParameterTypes.ToList().ForEach(types => Use(user, types));
    }

    private void Use(TypeDefinitionHandle user, ImmutableArray<TypeDefinitionHandle> used)
    {
        foreach (var type in used)
        {
            Add(user, type);
        }
    }

    private void Add(TypeDefinitionHandle user, TypeDefinitionHandle used)
    {
        var (from, to) = (Outermost(user), Outermost(used));
        var edge = (NamespaceOf(from), NamespaceOf(to));
        // Without a namespace stand Program, which puts everything together, and what the compiler makes.
        if (edge.Item1 == edge.Item2 || edge.Item1.Length == 0 || edge.Item2.Length == 0)
        {
            return;
        }

        if (!_edges.TryGetValue(edge, out var types))
        {
            _edges[edge] = types = new SortedSet<string>(StringComparer.Ordinal);
        }

        types.Add($"{_metadata.GetString(from.Name)} -> {_metadata.GetString(to.Name)}");
    }

    private TypeDefinition Outermost(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        return type.IsNested ? Outermost(type.GetDeclaringType()) : type;
    }

    private string NamespaceOf(TypeDefinition type) => _metadata.GetString(type.Namespace);
}
