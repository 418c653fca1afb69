"""The usual names of countries, as files write them instead of a code.

English names of all, own names and those of neighbours' languages where shops use them. A name is
compared without accents, case, points and "the".
"""

from __future__ import annotations

import unicodedata

_TEXT = """
AD Andorra|AE United Arab Emirates|AE UAE|AF Afghanistan|AG Antigua and Barbuda|AI Anguilla
AL Albania|AM Armenia|AO Angola|AQ Antarctica|AR Argentina|AR Argentinien|AS American Samoa
AT Austria|AT Österreich|AT Autriche|AU Australia|AU Australien|AW Aruba|AX Åland Islands
AZ Azerbaijan|BA Bosnia and Herzegovina|BA Bosnia-Herzegovina|BB Barbados|BD Bangladesh
BE Belgium|BE Belgien|BE Belgique|BE België|BF Burkina Faso|BG Bulgaria|BG Bulgarien|BH Bahrain
BI Burundi|BJ Benin|BL Saint Barthélemy|BM Bermuda|BN Brunei|BN Brunei Darussalam|BO Bolivia
BQ Bonaire, Sint Eustatius and Saba|BR Brazil|BR Brasil|BR Brasilien|BS Bahamas|BT Bhutan
BV Bouvet Island|BW Botswana|BY Belarus|BZ Belize|CA Canada|CA Kanada|CC Cocos (Keeling) Islands
CD Congo (Kinshasa)|CD Democratic Republic of the Congo|CF Central African Republic
CG Congo (Brazzaville)|CG Republic of the Congo|CH Switzerland|CH Schweiz|CH Suisse|CH Svizzera
CI Côte d'Ivoire|CI Ivory Coast|CK Cook Islands|CL Chile|CM Cameroon|CN China|CN 中国
CN People's Republic of China|CN PR China|CO Colombia|CR Costa Rica|CU Cuba|CV Cape Verde
CV Cabo Verde|CW Curaçao|CX Christmas Island|CY Cyprus|CY Zypern|CZ Czechia|CZ Czech Republic
CZ Tschechien|CZ Česko|DE Germany|DE Deutschland|DE Allemagne|DE Alemania|DE Germania
DE Duitsland|DE Niemcy|DE 德国|DJ Djibouti|DK Denmark|DK Dänemark|DK Danmark|DM Dominica
DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EE Estland|EG Egypt|EH Western Sahara
ER Eritrea|ES Spain|ES España|ES Spanien|ES Espagne|ET Ethiopia|FI Finland|FI Finnland|FI Suomi
FJ Fiji|FK Falkland Islands|FM Micronesia|FO Faroe Islands|FR France|FR Frankreich|FR Francia
FR Frankrijk|FR 法国|GA Gabon|GB United Kingdom|GB Great Britain|GB UK|GB U.K.|GB England
GB Scotland|GB Wales|GB Northern Ireland|GB Großbritannien|GB Vereinigtes Königreich
GB Royaume-Uni|GB Reino Unido|GB United Kingdom of Great Britain and Northern Ireland|GB 英国
GD Grenada|GE Georgia|GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar|GL Greenland|GM Gambia
GN Guinea|GP Guadeloupe|GQ Equatorial Guinea|GR Greece|GR Griechenland|GR Hellas|GR Ελλάδα
GS South Georgia and the South Sandwich Islands|GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana
HK Hong Kong|HK Hong Kong SAR|HK 香港|HM Heard Island and McDonald Islands|HN Honduras
HR Croatia|HR Kroatien|HR Hrvatska|HT Haiti|HU Hungary|HU Ungarn|HU Magyarország|ID Indonesia
IE Ireland|IE Irland|IE Eire|IE Republic of Ireland|IL Israel|IM Isle of Man|IN India|IN Indien
IO British Indian Ocean Territory|IQ Iraq|IR Iran|IS Iceland|IS Island|IT Italy|IT Italia
IT Italien|IT Italie|JE Jersey|JM Jamaica|JO Jordan|JP Japan|JP 日本|KE Kenya|KG Kyrgyzstan
KH Cambodia|KI Kiribati|KM Comoros|KN Saint Kitts and Nevis|KN St. Kitts & Nevis|KP North Korea
KR South Korea|KR Korea|KR Republic of Korea|KR Korea, Republic of|KR 대한민국|KR 韩国
KW Kuwait|KY Cayman Islands|KZ Kazakhstan|LA Laos|LB Lebanon|LC Saint Lucia|LI Liechtenstein
LK Sri Lanka|LR Liberia|LS Lesotho|LT Lithuania|LT Litauen|LU Luxembourg|LU Luxemburg|LV Latvia
LV Lettland|LY Libya|MA Morocco|MC Monaco|MD Moldova|ME Montenegro|MF Saint Martin|MG Madagascar
MH Marshall Islands|MK North Macedonia|MK Macedonia|ML Mali|MM Myanmar|MM Burma|MN Mongolia
MO Macao|MO Macau|MO 澳门|MP Northern Mariana Islands|MQ Martinique|MR Mauritania|MS Montserrat
MT Malta|MU Mauritius|MV Maldives|MW Malawi|MX Mexico|MX México|MX Mexiko|MY Malaysia
MZ Mozambique|NA Namibia|NC New Caledonia|NE Niger|NF Norfolk Island|NG Nigeria|NI Nicaragua
NL Netherlands|NL Niederlande|NL Nederland|NL Holland|NL Pays-Bas|NO Norway|NO Norwegen|NO Norge
NP Nepal|NR Nauru|NU Niue|NZ New Zealand|NZ Neuseeland|OM Oman|PA Panama|PE Peru|PE Perú
PF French Polynesia|PG Papua New Guinea|PH Philippines|PK Pakistan|PL Poland|PL Polen|PL Polska
PM Saint Pierre and Miquelon|PN Pitcairn|PR Puerto Rico|PS Palestine|PS Palestinian Territories
PT Portugal|PW Palau|PY Paraguay|QA Qatar|RE Réunion|RO Romania|RO Rumänien|RO România
RS Serbia|RS Serbien|RU Russia|RU Russian Federation|RU Russland|RU Россия|RW Rwanda
SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|SE Schweden|SE Sverige
SG Singapore|SG 新加坡|SH Saint Helena|SI Slovenia|SI Slowenien|SI Slovenija
SJ Svalbard and Jan Mayen|SK Slovakia|SK Slowakei|SK Slovensko|SL Sierra Leone|SM San Marino
SN Senegal|SO Somalia|SR Suriname|SS South Sudan|ST São Tomé and Príncipe|SV El Salvador
SX Sint Maarten|SY Syria|SZ Eswatini|SZ Swaziland|TC Turks and Caicos Islands|TD Chad
TF French Southern Territories|TG Togo|TH Thailand|TH ประเทศไทย|TJ Tajikistan
TK Tokelau|TL Timor-Leste|TM Turkmenistan|TN Tunisia|TO Tonga|TR Turkey|TR Türkiye|TR Türkei
TT Trinidad and Tobago|TV Tuvalu|TW Taiwan|TW 台湾|TW 台灣|TZ Tanzania|UA Ukraine|UG Uganda
UM United States Minor Outlying Islands|US United States|US United States of America|US USA
US U.S.A.|US U.S.|US America|US Vereinigte Staaten|US Estados Unidos|US États-Unis|US 美国
UY Uruguay|UZ Uzbekistan|VA Vatican City|VA Holy See|VC Saint Vincent and the Grenadines
VE Venezuela|VG British Virgin Islands|VI U.S. Virgin Islands|VN Vietnam|VN Viet Nam|VU Vanuatu
WF Wallis and Futuna|WS Samoa|XK Kosovo|YE Yemen|YT Mayotte|ZA South Africa|ZA Südafrika
ZM Zambia|ZW Zimbabwe
"""


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.replace("&", "and").casefold())
    kept = "".join(c for c in letters if not unicodedata.combining(c) and c not in ".'’()")
    words = kept.replace(",", " ").replace("-", " ").split()
    return " ".join(word for word in words if word != "the")


_CODES = {
    _plain(entry[3:]): entry[:2] for line in _TEXT.strip().splitlines() for entry in line.split("|")
}


def code_of(name: str) -> str:
    """The ISO 3166-1 code of a country's name; "" = the name is not known."""
    return _CODES.get(_plain(name), "")
