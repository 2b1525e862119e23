using LrGen.Generator.Declarations;

namespace LrGen.Generator.Search;

/// <summary>One mistake in a search space.</summary>
/// <param name="Error">What is wrong; the index of its attribute is that among all attributes of the parameter.</param>
/// <param name="Parameter">The index of the parameter; −1 where the mistake is about the struct.</param>
internal sealed record SearchError(ScheduleError Error, int Parameter);

/// <summary>The result of reading a struct: what to generate, if anything can be, and what is wrong.</summary>
internal sealed record SearchParseResult(SearchSpaceModel? Model, EquatableArray<SearchError> Errors);
