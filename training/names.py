"""States in the forms that sentences use (name, adjective, capital), to be put in one another's place."""

from __future__ import annotations

_TABLE = """
Iran Iranian Tehran|Iraq Iraqi Baghdad|Turkey Turkish Ankara|Syria Syrian Damascus|Lebanon Lebanese Beirut
Israel Israeli Jerusalem|Egypt Egyptian Cairo|Jordan Jordanian Amman|Qatar Qatari Doha|Kuwait Kuwaiti Kuwait·City
Yemen Yemeni Sanaa|Oman Omani Muscat|Libya Libyan Tripoli|Tunisia Tunisian Tunis|Algeria Algerian Algiers
Morocco Moroccan Rabat|Sudan Sudanese Khartoum|Ethiopia Ethiopian Addis·Ababa|Eritrea Eritrean Asmara
Somalia Somali Mogadishu|Kenya Kenyan Nairobi|Uganda Ugandan Kampala|Rwanda Rwandan Kigali|Burundi Burundian Gitega
Tanzania Tanzanian Dodoma|Zambia Zambian Lusaka|Zimbabwe Zimbabwean Harare|Angola Angolan Luanda|Chad Chadian N'Djamena
Nigeria Nigerian Abuja|Ghana Ghanaian Accra|Mali Malian Bamako|Senegal Senegalese Dakar|Cameroon Cameroonian Yaounde
Russia Russian Moscow|Ukraine Ukrainian Kyiv|Belarus Belarusian Minsk|Poland Polish Warsaw|Lithuania Lithuanian Vilnius
Latvia Latvian Riga|Estonia Estonian Tallinn|Finland Finnish Helsinki|Sweden Swedish Stockholm|Norway Norwegian Oslo
Denmark Danish Copenhagen|Germany German Berlin|France French Paris|Britain British London|Spain Spanish Madrid
Portugal Portuguese Lisbon|Italy Italian Rome|Greece Greek Athens|Hungary Hungarian Budapest|Serbia Serbian Belgrade
Croatia Croatian Zagreb|Kosovo Kosovar Pristina|Albania Albanian Tirana|Bulgaria Bulgarian Sofia
Romania Romanian Bucharest|Moldova Moldovan Chisinau
Georgia Georgian Tbilisi|Armenia Armenian Yerevan|Azerbaijan Azerbaijani Baku
Kazakhstan Kazakh Astana|Uzbekistan Uzbek Tashkent|Tajikistan Tajik Dushanbe|Kyrgyzstan Kyrgyz Bishkek
Pakistan Pakistani Islamabad|India Indian New·Delhi|Nepal Nepalese Kathmandu|Bangladesh Bangladeshi Dhaka
China Chinese Beijing|Japan Japanese Tokyo|Taiwan Taiwanese Taipei|Vietnam Vietnamese Hanoi|Thailand Thai Bangkok
Cambodia Cambodian Phnom·Penh|Indonesia Indonesian Jakarta|Malaysia Malaysian Kuala·Lumpur|Australia Australian Canberra
Mexico Mexican Mexico·City|Cuba Cuban Havana|Colombia Colombian Bogota|Venezuela Venezuelan Caracas|Peru Peruvian Lima
Ecuador Ecuadorean Quito|Bolivia Bolivian La·Paz|Brazil Brazilian Brasilia|Argentina Argentine Buenos·Aires
Chile Chilean Santiago|Nicaragua Nicaraguan Managua|Honduras Honduran Tegucigalpa|Canada Canadian Ottawa
"""
STATES: tuple[tuple[str, ...], ...] = tuple(
    tuple(form.replace("·", " ") for form in entry.split()) for entry in _TABLE.strip().replace("\n", "|").split("|")
)
