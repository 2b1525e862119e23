using LrGen.Generator.Emission;
using LrGen.Generator.Schedules;
using LrGen.Generator.UpdateRules;
using Microsoft.CodeAnalysis;

namespace LrGen.Generator.Declarations;

/// <summary>Checks that a class has a shape that can become an optimizer.</summary>
internal static class OptimizerChecks
{
    /// <inheritdoc cref="TargetChecks.CheckShape"/>
    public static bool CheckClass(INamedTypeSymbol type, List<AttributeData> attributes, List<ScheduleError> errors)
    {
        if (!attributes.Any(a => Families.Rule(AttributeNames.ShortName(a.AttributeClass)!) is not null))
            return Refuse("is a class without an update rule; add one, such as [Adam] or [Sgd], or make it a partial struct");
        if (type.IsRecord)
            return Refuse("is a record, whose copies would share the state of the optimizer; make it a class");
        if (type.IsStatic)
            return Refuse("is static, but an optimizer has state; remove 'static'");
        if (!TargetChecks.CheckTypes(type, errors))
            return false;
        if (HiddenKeyword(type) is { } keyword)
            return Refuse("can see a type called '" + keyword + "', which takes the place of a keyword of generated code; give that type another name");
        if (TargetChecks.MetricOf(attributes) is { } metric)
            return Refuse("is an optimizer, and [" + metric.Family.Name + "] is for partial structs; let its struct scale the rate: Parameters.DefaultGroup.RateScale = plateau.Scale");
        var members = OptimizerMembers.MemberNames.Concat(TargetChecks.QuantityMembers).ToList();
        if (members.Contains(type.Name))
            return Refuse("has the name of a member that LrGen writes into it; give the class another name");
        if (type.GetMembers().FirstOrDefault(m => members.Contains(m.Name) && !TargetChecks.IsGenerated(m)) is { } member)
            return Refuse("declares a member '" + member.Name + "', which LrGen writes; give it another name");
        foreach (var ancestor in Ancestors(type))
        {
            if (ancestor.GetAttributes().Any(a => AttributeNames.ShortName(a.AttributeClass) is { } name && Families.Rule(name) is not null))
                return Refuse("derives from the optimizer '" + ancestor.Name + "', which has a state of its own; derive from another class");
            if (ancestor.GetMembers().FirstOrDefault(m => IsInherited(m) && members.Contains(m.Name)) is { } inherited)
                return Refuse("inherits a member '" + inherited.Name + "' from '" + ancestor.Name + "', which LrGen writes; give it another name");
        }

        TargetChecks.CheckParts(type, attributes, errors);
        OptimizerTraining.Check(type, attributes, errors);
        return true;

        bool Refuse(string reason)
        {
            errors.Add(ScheduleError.AtTarget(ScheduleProblem.UnsupportedTarget, type.Name, reason));
            return false;
        }
    }

    /// <summary>
    /// Names that members of an optimizer must not have, besides those in its own parts: its own, those of its type parameters, and those it
    /// inherits. Nothing for other types.
    /// </summary>
    public static IEnumerable<string> OuterNames(INamedTypeSymbol type) => type.TypeKind != TypeKind.Class
        ? []
        : Ancestors(type).SelectMany(a => a.GetMembers()).Where(IsInherited).Select(m => m.Name)
            .Concat(type.TypeParameters.Select(p => p.Name)).Append(type.Name);

    /// <summary>The keywords of the generated code that a type can hide.</summary>
    private static readonly string[] s_keywords = ["var", "nint", "nuint", "unmanaged"];

    /// <summary>A keyword of the generated code that is the name of a type in reach; null where none is.</summary>
    private static string? HiddenKeyword(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (s_keywords.FirstOrDefault(k => outer.Name == k || outer.GetTypeMembers(k).Length > 0 || outer.TypeParameters.Any(p => p.Name == k)) is { } hidden)
                return hidden;
        }

        for (var space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            if (s_keywords.FirstOrDefault(k => space.GetTypeMembers(k).Length > 0) is { } hidden)
                return hidden;
        }

        return null;
    }

    /// <summary>The base classes but for object, whose members no generated one is named like.</summary>
    private static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
            yield return ancestor;
    }

    private static bool IsInherited(ISymbol member) =>
        member is { DeclaredAccessibility: not Accessibility.Private } and not IMethodSymbol { MethodKind: not MethodKind.Ordinary };
}
