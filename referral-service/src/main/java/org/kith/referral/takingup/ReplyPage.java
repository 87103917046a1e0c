package org.kith.referral.takingup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.kith.referral.domain.TakeUp;
import org.kith.web.checking.Shapes;

/** The address opened in a browser: one question, three answers, no script, nothing loaded from anywhere. */
final class ReplyPage {
    private static final String STYLE = """
            body{font:1.125rem/1.5 sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}\
            fieldset{border:1px solid #595959;padding:1rem}legend{font-weight:bold;padding:0 .5rem}label{display:block;padding:.5rem 0}\
            input{width:1.25rem;height:1.25rem;margin-right:.75rem;vertical-align:middle}\
            button{font:inherit;margin-top:1rem;padding:.75rem 1.5rem;color:#fff;background:#1d4d4f;border:2px solid #1d4d4f;border-radius:.25rem}\
            :focus-visible{outline:3px solid #b35900;outline-offset:2px}""";
    /** What the page may do: wear its own style and send its own form, to where it came from. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private ReplyPage() {}

    static String asking(Replies.Asked asked) {
        return page("Did they come?", """
                <p>On <strong>%s</strong> somebody was told about <strong>%s</strong>. You need not say who it is, and this page does not know.</p>
                <form method="post"><fieldset><legend>What can you tell?</legend>
                %s%s%s</fieldset>
                <button type="submit">Send</button></form>
                <p>You can come back until %s and tell more.</p>
                """.formatted(
                DAY.format(asked.signpostedOn()), escaped(asked.group()), answer(TakeUp.FIRST_ATTENDED, "They came for the first time"),
                answer(TakeUp.SUSTAINED, "They have gone on coming"), answer(TakeUp.DID_NOT_COME, "They did not come"),
                DAY.format(asked.until().atZone(Shapes.LONDON))));
    }

    static String thanking() {
        return page("Thank you", "<p role=\"status\">It is noted. You can close this page, or go back to it and tell more later.</p>\n");
    }

    static String refusing(String title, String detail) {
        return page(title, "<p role=\"alert\">" + escaped(detail) + "</p>\n");
    }

    private static String answer(TakeUp stage, String words) {
        return "<label><input type=\"radio\" name=\"stage\" value=\"%s\" required>%s</label>\n".formatted(stage.code(), words);
    }

    private static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex"><title>%s</title><style>%s</style></head><body><main><h1>%s</h1>
                %s</main></body></html>
                """.formatted(escaped(title), STYLE, escaped(title), body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
