//! Ends of hosts that are found without a scheme.

/// Ends of hosts, other than those of countries. The server knows all that exist.
const GENERIC: &str = "academy aero agency ai app art asia audio auto band bank bar beer best bet bid bike bio \
    biz black blog blue bot business buzz cab cafe camera camp capital cards care cash casino cat center chat \
    church city click clinic cloud club codes coffee college com community company computer consulting \
    contact cool coop courses credit cruises dance data date deals delivery dental design dev digital direct \
    directory discount doctor dog domains download earth edu education email energy engineer engineering \
    equipment estate eu events exchange expert express family fan fans farm fashion film finance financial \
    fish fit fitness flights florist flowers fm football foundation fun fund furniture fyi gallery game games \
    garden gg gift gifts glass global gold golf gov graphics green group guide guru health help hockey \
    holdings holiday homes horse hospital host hosting hotels house how icu inc info ink institute insurance \
    int international investments io jewelry jobs kim kitchen land law lawyer legal life lighting limited \
    limo link live loan loans lol love ltd luxe management market marketing markets mba media memorial men \
    menu mil mobi moda moe money monster mov movie museum music name navy net network news ngo ninja now nyc \
    one online ooo org page paris partners parts party pet photo photography photos pics pictures pink pizza \
    place plumbing plus poker porn post press pro productions promo properties property pub quest racing \
    radio recipes red rent rentals repair report rest restaurant review reviews rip rocks run sale salon \
    school science security services sex sexy shoes shop shopping show singles site ski soccer social \
    software solar solutions space sport store stream studio style sucks supplies supply support surf \
    systems tattoo tax taxi team tech technology tel tennis theater tickets tips tires today tokyo ton tools \
    top tours town toys trade trading training travel tube university uno vacations ventures vet video villas \
    vin vip vision vodka vote voyage watch webcam website wedding wiki win wine work works world wtf xyz yoga \
    zip zone рф рус москва онлайн сайт орг ком дети укр бел срб бг мкд";
/// Ends of hosts of countries.
const COUNTRIES: &str = "ac ad ae af ag al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo \
    br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er \
    es et fi fj fk fo fr ga gb gd ge gf gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im \
    in iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me \
    mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg \
    ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx \
    sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt \
    za zm zw";

/// Returns whether a host, in lower case, ends as one that exists.
pub(super) fn is_known(host: &str) -> bool {
    let Some((_, end)) = host.rsplit_once('.') else {
        return false;
    };
    let all = GENERIC
        .split_whitespace()
        .chain(COUNTRIES.split_whitespace());
    all.into_iter().any(|known| known == end)
}
