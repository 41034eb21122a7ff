import type { TableContext } from '../table/meaning.ts';

/** The names of a small municipality. */
export const officeNames: TableContext = {
  roles: ['acct', 'editor', 'fin', 'head', 'lawyer', 'methodologist', 'mgr', 'proc', 'regr'],
  positions: [
    { code: 'mayor', title: 'Глава муниципального округа', unit: 'Руководство' },
    { code: 'first-deputy', title: 'Первый заместитель главы', unit: 'Руководство' },
    { code: 'deputy-works', title: 'Заместитель главы по ЖКХ и строительству', unit: 'Руководство' },
    { code: 'deputy-social', title: 'Заместитель главы по социальным вопросам', unit: 'Руководство' },
    { code: 'law-head', title: 'Начальник правового отдела', unit: 'Правовой отдел' },
    { code: 'registrar-1', title: 'Делопроизводитель', unit: 'Общий отдел' },
    { code: 'registrar-2', title: 'Делопроизводитель', unit: 'Общий отдел' },
    { code: 'archivist', title: 'Главный специалист по архивному делу', unit: 'Общий отдел' },
  ],
  organisations: [{ code: 'finance', title: 'Финансовое управление Светлореченского округа' }],
};

/** What Word puts on the clipboard: marks of its own, paragraphs in cells, a cell merged over three rows. */
export const wordHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta charset=utf-8><style><!-- table.MsoNormalTable {mso-style-name:"Обычная таблица";} --></style></head>
<body lang=RU style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoNormal>Порядок подготовки договора<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-padding-alt:0cm 5.4pt'>
 <tr style='mso-yfti-irow:0'><td width=40><p class=MsoNormal><b>№<o:p></o:p></b></p></td>
  <td width=180><p class=MsoNormal><b>Этап</b></p></td><td><p class=MsoNormal><b>Кто</b></p></td>
  <td><p class=MsoNormal><b>Срок</b></p></td><td><p class=MsoNormal><b>При молчании</b></p></td>
  <td><p class=MsoNormal><b>При отказе</b></p></td></tr>
 <tr><td>1</td><td><p>Проверка закупки</p></td><td><p>контрактный управляющий</p></td><td>1 р.&nbsp;д.</td><td rowspan=3><p>доложить начальнику</p></td><td>автору</td></tr>
 <tr><td>2</td><td><p>Виза начальника отдела</p></td><td>начальник отдела</td><td>1 р. д.</td><td>автору</td></tr>
 <tr><td>3</td><td><p>Редактирование</p></td><td>нормоконтролёр</td><td>1 рабочий день</td><td>автору, визы сохр.</td></tr>
 <tr><td colspan=6><p><i>Экспертиза</i></p></td></tr>
 <tr><td>4</td><td><p>Юридическая<br>экспертиза</p></td><td>юрист</td><td>3 р. д.</td><td>считать согласованным</td><td>на доработку</td></tr>
 <tr><td>5</td><td>Финансовая экспертиза</td><td>финуправление</td><td>2 р. д.</td><td>эскалация</td><td>на доработку</td></tr>
 <tr><td>6</td><td>Виза заместителя главы</td><td>зам. главы</td><td>1 р. д.</td><td>автовиза</td><td>на доработку</td></tr>
 <tr><td>7</td><td>Согласие контрагента</td><td>исполнитель</td><td>30 дней</td><td>эскалация</td><td>протокол разногласий, на доработку</td></tr>
 <tr><td>8</td><td>Подписание</td><td>глава</td><td>1 р. д.</td><td>напоминание</td><td>на доработку</td></tr>
 <tr><td>9</td><td>Регистрация</td><td>канцелярия</td><td>в день подписания</td><td>L3</td><td>—</td></tr>
 <tr><td>10</td><td>Ознакомление</td><td><p>бухгалтер</p><p>автор</p></td><td>3 рабочих дня</td><td>отметка</td><td>—</td></tr>
</table><!--EndFragment--></body></html>`;
