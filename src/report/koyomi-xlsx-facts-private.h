#pragma once

#include "koyomi-xlsx-page-private.h"
#include "koyomi-xlsx-styles-private.h"

G_BEGIN_DECLS

/* A sheet of facts in three columns: a name, a number or a text, what it means. Where a report comes from, and what is to be asked about
 * its data, stands on such a sheet. */
typedef struct
{
  KoyomiXlsxStyles *styles;
  KoyomiXlsxPage   *page;
  KoyomiLanguage    language;
  lxw_row_t         row;        /* that is written next */
} KoyomiXlsxFacts;

void _koyomi_xlsx_facts_init         (KoyomiXlsxFacts  *self,
                                      KoyomiXlsxStyles *styles,
                                      KoyomiXlsxPage   *page,
                                      KoyomiLanguage    language);
void _koyomi_xlsx_facts_add_section  (KoyomiXlsxFacts  *self,
                                      const char       *title);
void _koyomi_xlsx_facts_add_heads    (KoyomiXlsxFacts  *self,
                                      const char       *name,
                                      const char       *value,
                                      const char       *meaning);
void _koyomi_xlsx_facts_add_fact     (KoyomiXlsxFacts  *self,
                                      const char       *name,
                                      const char       *text);
void _koyomi_xlsx_facts_add_number   (KoyomiXlsxFacts  *self,
                                      const char       *name,
                                      guint64           number);
void _koyomi_xlsx_facts_add_count    (KoyomiXlsxFacts  *self,
                                      const char       *name,
                                      lxw_format       *name_format,
                                      guint             count,
                                      const char       *meaning);

G_END_DECLS
