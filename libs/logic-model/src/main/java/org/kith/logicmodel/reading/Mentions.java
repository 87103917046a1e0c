package org.kith.logicmodel.reading;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelIdent;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelExprVisitor;
import java.util.LinkedHashSet;
import java.util.Set;

/** What an expression speaks of: fields of the event, the period. */
final class Mentions extends CelExprVisitor {
    private final Set<String> eventFields = new LinkedHashSet<>();
    private boolean period;

    private Mentions() {}

    static Mentions in(CelExpr expression) {
        var mentions = new Mentions();
        mentions.visit(expression);
        return mentions;
    }

    Set<String> eventFields() {
        return eventFields;
    }

    boolean period() {
        return period;
    }

    @Override
    protected void visit(CelExpr expression, CelSelect select) {
        var operand = select.operand();
        if (operand.getKind() == Kind.IDENT && operand.ident().name().equals("event")) eventFields.add(select.field());
        super.visit(expression, select);
    }

    @Override
    protected void visit(CelExpr expression, CelIdent ident) {
        if (ident.name().equals("period")) period = true;
        super.visit(expression, ident);
    }
}
