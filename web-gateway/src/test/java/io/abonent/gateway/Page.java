package io.abonent.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** What a browser got; the text is what a person reads, without the marks of the markup. */
public record Page(
        int status,
        String html,
        @Nullable String location,
        @Nullable String fragmentLocation) {

    public String text() {
        return html.replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("[\\s\u00a0]+", " ")
                .strip();
    }

    public Page says(String... sentences) {
        assertThat(text()).contains(sentences);
        return this;
    }

    public Page saysNot(String... sentences) {
        assertThat(text()).doesNotContain(sentences);
        return this;
    }

    public Page has(String markup) {
        assertThat(html).contains(markup);
        return this;
    }

    public Page hasNot(String markup) {
        assertThat(html).doesNotContain(markup);
        return this;
    }

    public Page answers(int expected) {
        assertThat(status).as(text()).isEqualTo(expected);
        return this;
    }

    public void leadsTo(String path) {
        assertThat(status).as(text()).isEqualTo(303);
        assertThat(location).isEqualTo(path);
    }

    /** Of a hidden field. */
    public String hidden(String name) {
        var found = java.util.regex.Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
                .matcher(html);
        assertThat(found.find()).as("a hidden field " + name).isTrue();
        return found.group(1);
    }
}
