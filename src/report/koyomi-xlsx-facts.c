#include "koyomi-xlsx-facts-private.h"

#include "koyomi-cell-text-private.h"

enum
{
  COLUMN_NAME,
  COLUMN_VALUE,
  COLUMN_MEANING,
};

#define NAME_WIDTH 50
#define VALUE_WIDTH 14
#define MEANING_WIDTH 92
#define LEAST_HEIGHT 18
#define SECTION_HEIGHT 28

void
_koyomi_xlsx_facts_init (KoyomiXlsxFacts  *self,
                         KoyomiXlsxStyles *styles,
                         KoyomiXlsxPage   *page,
                         KoyomiLanguage    language)
{
  *self = (KoyomiXlsxFacts) { styles, page, language, 0 };
  worksheet_set_column (page->sheet, COLUMN_NAME, COLUMN_NAME, NAME_WIDTH, NULL);
  worksheet_set_column (page->sheet, COLUMN_VALUE, COLUMN_VALUE, VALUE_WIDTH, NULL);
  worksheet_set_column (page->sheet, COLUMN_MEANING, COLUMN_MEANING, MEANING_WIDTH, NULL);
}

void
_koyomi_xlsx_facts_add_section (KoyomiXlsxFacts *self,
                                const char      *title)
{
  if (self->row > 0)
    self->row++;
  _koyomi_xlsx_page_set_height (self->page, self->row, SECTION_HEIGHT);
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_NAME, title,
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_SECTION, 0));
  self->row++;
}

void
_koyomi_xlsx_facts_add_heads (KoyomiXlsxFacts *self,
                              const char      *name,
                              const char      *value,
                              const char      *meaning)
{
  lxw_format *head = _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_HEAD, 0);

  _koyomi_xlsx_page_set_height (self->page, self->row, LEAST_HEIGHT);
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_NAME, name, head);
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_VALUE, value, head);
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_MEANING, meaning, head);
  self->row++;
}

/* A name and a text beside it, over two columns. */
void
_koyomi_xlsx_facts_add_fact (KoyomiXlsxFacts *self,
                             const char      *name,
                             const char      *text)
{
  double height = _koyomi_cell_text_get_height (text, _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_TEXT),
                                                VALUE_WIDTH + MEANING_WIDTH, self->language);

  _koyomi_xlsx_page_set_height (self->page, self->row, CLAMP (height, LEAST_HEIGHT, 400));
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_NAME, name,
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_TEXT, 0));
  _koyomi_xlsx_page_set_span (self->page, self->row, COLUMN_VALUE, COLUMN_MEANING, text,
                              _koyomi_xlsx_styles_get (self->styles, KOYOMI_XLSX_STYLE_TEXT, 0));
  self->row++;
}

void
_koyomi_xlsx_facts_add_number (KoyomiXlsxFacts *self,
                               const char      *name,
                               guint64          number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  _koyomi_xlsx_facts_add_fact (self, name, text);
}

/* A name, a number and what it is about. */
void
_koyomi_xlsx_facts_add_count (KoyomiXlsxFacts *self,
                              const char      *name,
                              lxw_format      *name_format,
                              guint            count,
                              const char      *meaning)
{
  KoyomiXlsxStyles *styles = self->styles;
  double size = _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_TEXT);
  double height = MAX (_koyomi_cell_text_get_height (name, size, NAME_WIDTH, self->language),
                       _koyomi_cell_text_get_height (meaning, size, MEANING_WIDTH, self->language));

  _koyomi_xlsx_page_set_height (self->page, self->row, CLAMP (height, LEAST_HEIGHT, 400));
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_NAME, name, name_format);
  _koyomi_xlsx_page_set_number (self->page, self->row, COLUMN_VALUE, count,
                                _koyomi_xlsx_styles_get (styles, KOYOMI_XLSX_STYLE_LEVEL, 0));
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_MEANING, meaning,
                              _koyomi_xlsx_styles_get (styles, KOYOMI_XLSX_STYLE_TEXT, 0));
  self->row++;
}
