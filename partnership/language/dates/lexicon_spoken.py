"""What people say and type besides the norm: Russian, mixed, Polish and German words.

They are understood without a remark; what the bot answers is written by the norm. Months stand in
the genitive here, beside a number: «5 июля», 5 lipca, 5. Juli. Where a word is another one in
Ukrainian («неделя» is a week and «неділя» a Sunday), its exact spelling decides.
"""

WORDS = """
M1g stycznia januar января январь январе янв
M2g lutego februar февраля февраль феврале фев
M3g marca märz марта март марте
M4g kwietnia апреля апрель апреле апр
M5g maja mai мая май мае
M6g czerwca juni июня июнь июне
M7g lipca juli июля июль июле
M8g sierpnia августа август августе авг
M9g września сентября сентябрь сентябре сент
M10g października oktober октября октябрь октябре окт
M11g listopada ноября ноябрь ноябре
M12g grudnia dezember декабря декабрь декабре дек
W0 понедельник понедельника понедельнику понеділник
W1 вторник вторника вторнику втр
W2 среда среду среды среде срд
W3 четверг четверга четвергу чтв
W4 пятница пятницу пятницы пятнице птн
W5 суббота субботу субботы субботе субб
W6 воскресенье воскресенья воскресенью воскресение
V0 понедельникам
V1 вторникам
V2 средам
V3 четвергам
V5 субботам
E0 щопонедельника
E1 щовторника
RD ежедневно каждодневно
RW еженедельно
RM ежемесячно
A0 сегодня сьодня сьогодня севодня
A1 завтро
A2 послезавтра
A-1 вчера
UD дней
UW неделя недели неделю неделе
UM месяц месяца месяцев
UY года году
oclock uhr
UH часов часа
Umin минут минуты
Ymorning утра утром
Yevening вечером
lunch обед обеда
next следующий следующего следующая следующей следующую следующем следующее
every каждый каждая каждую каждое каждые каждого
end конец конце
"""
