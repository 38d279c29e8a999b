using System.Collections.Immutable;
using System.Reflection.Metadata;
using TypeHandles = System.Collections.Immutable.ImmutableArray<System.Reflection.Metadata.TypeDefinitionHandle>;

namespace GutGuide.Web.Tests.Architecture;

/// <summary>Reads a signature as the types of the assembly itself that stand in it, type arguments included.</summary>
internal sealed class TypesInSignature(MetadataReader metadata) : ISignatureTypeProvider<TypeHandles, object?>
{
    public TypeHandles GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [handle];

    public TypeHandles GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => [];

    public TypeHandles GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        metadata.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public TypeHandles GetGenericInstantiation(TypeHandles genericType, ImmutableArray<TypeHandles> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(types => types)];

    public TypeHandles GetFunctionPointerType(MethodSignature<TypeHandles> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(types => types)];

    public TypeHandles GetArrayType(TypeHandles elementType, ArrayShape shape) => elementType;

    public TypeHandles GetByReferenceType(TypeHandles elementType) => elementType;

    public TypeHandles GetModifiedType(TypeHandles modifier, TypeHandles unmodifiedType, bool isRequired) => unmodifiedType;

    public TypeHandles GetPinnedType(TypeHandles elementType) => elementType;

    public TypeHandles GetPointerType(TypeHandles elementType) => elementType;

    public TypeHandles GetSZArrayType(TypeHandles elementType) => elementType;

    public TypeHandles GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public TypeHandles GetGenericMethodParameter(object? genericContext, int index) => [];

    public TypeHandles GetGenericTypeParameter(object? genericContext, int index) => [];
}
