namespace LrGen.Generator.Curves;

/// <summary>
/// The last answer to a question. A part that several others share is asked the same by each of them: what they cost together is then their
/// number, not the number of ways that lead to them.
/// </summary>
internal sealed class LastAnswer<TQuestion, TAnswer>
{
    private volatile Tuple<TQuestion, TAnswer>? _last;

    public TAnswer To(TQuestion question, Func<TQuestion, TAnswer> answer)
    {
        if (_last is { } last && EqualityComparer<TQuestion>.Default.Equals(last.Item1, question))
            return last.Item2;
        var found = answer(question);
        _last = Tuple.Create(question, found);
        return found;
    }
}
