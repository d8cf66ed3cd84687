package org.emotionstream.cli.drawing;

/** How the page looks, in light and in dark, on wide and on narrow windows. */
final class StyleSheet {
    private StyleSheet() {}

    static String text() {
        return """
                :root{color-scheme:light dark;--page:#F3F5F8;--card:#FFF;--inner:#F3F5F8;--text:#161B22;--faint:#4B5563;--track:#D9DFE7}
                @media(prefers-color-scheme:dark){:root{--page:#14181F;--card:#1F2630;--inner:#28313D;--text:#F1F4F8;--faint:#A7B1BE;--track:#3A4654}}
                body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,sans-serif}
                header{padding:28px 32px 8px}h1{margin:0;font-size:26px}h2{margin:0;font-size:17px}p{margin:6px 0;color:var(--faint)}h2,p,.sheet{overflow-wrap:anywhere}
                .balance{color:inherit;font-size:18px}
                .legend{list-style:none;display:flex;flex-wrap:wrap;gap:8px;padding:0;margin:12px 0}
                .legend li{display:flex;align-items:center;gap:8px;background:var(--card);border-radius:99px;padding:4px 14px}
                .legend i{width:12px;height:12px;border-radius:50%;background:var(--c)}
                main{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,560px),1fr));gap:20px;padding:20px 32px 40px;align-items:start}
                figure{margin:0;background:var(--card);border-radius:12px;overflow:hidden;min-width:0}.wide{grid-column:1/-1}
                figcaption{padding:12px 16px}.problem{border-left:5px solid #FF4D4F}p.problem{margin:0;padding:12px 16px}
                .frame.long{overflow:auto;max-height:70vh}.sheet{position:relative}.long .sheet{width:max-content}
                .sheet img{display:block;background:var(--track)}.frame:not(.long) img{width:100%;height:auto}.tiny img{image-rendering:pixelated}
                .sheet svg{position:absolute;inset:0;width:100%;height:100%;pointer-events:none}
                .box{fill:none;stroke:var(--c);stroke-width:2.5px;vector-effect:non-scaling-stroke}.label{fill:var(--c)}
                .sheet text{fill:#101418;font-weight:700;text-anchor:middle}.points{fill:none;stroke:#7CFFB2;stroke-linecap:round}
                ol{list-style:none;margin:12px 0 0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr));gap:12px}
                ol li{background:var(--inner);border-left:5px solid var(--c);border-radius:8px;padding:10px 12px;display:flow-root}
                h3{margin:0 0 6px;font-size:16px}h3 b{display:inline-block;min-width:1.4em;text-align:center;background:var(--c);color:#101418;border-radius:4px}h3 span{float:right;font-weight:400}
                .cut{float:left;width:96px;height:96px;margin-right:12px;background:var(--track);border-radius:6px}
                table{border-spacing:0;font-size:13px;line-height:1.35;width:100%}.cut+table{width:calc(100% - 108px)}th{text-align:left;font-weight:400;white-space:nowrap}td:nth-child(2){width:99%;padding:0 8px}td:last-child{text-align:right;white-space:nowrap}
                td svg{display:block;width:100%;height:10px;background:var(--track);border-radius:3px}td rect{fill:var(--c)}
                @media(max-width:600px){header,main{padding-left:12px;padding-right:12px}}
                """
                + Palette.rules();
    }
}
