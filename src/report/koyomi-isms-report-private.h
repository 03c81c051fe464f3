#pragma once

#include "koyomi-document-private.h"
#include "koyomi-plan-facts.h"
#include "koyomi-report.h"

G_BEGIN_DECLS

/* What the reports on the management system have in common: a section is a sheet, with what it comes to and what was written of it; then what is
 * lacking, and what the document is. */

/* In English, for koyomi_tr(). */
typedef struct
{
  const char             *id;        /* under which narratives are kept */
  const char             *title;
  const char             *prefix;    /* of the number of the document */
  const KoyomiReportPart *parts;     /* the first is the summary */
  guint                   n_parts;
} KoyomiIsmsReportKind;

typedef struct
{
  const KoyomiIsmsReportKind *kind;
  KoyomiSession              *session;        /* not owned */
  KoyomiLanguage              language;
  KoyomiFiscalYear            year;
  int                         quarter;
  guint32                     first_day;
  guint32                     last_day;
  guint32                     before_first;   /* of the quarter before */
  guint32                     today;
  KoyomiPlanFacts            *facts;
  KoyomiDocument             *document;
  KoyomiDocumentTable        *summary;        /* its text is the last to be known */
  GPtrArray                  *told;           /* (element-type KoyomiDocumentTable): what each section comes to, borrowed */
  GPtrArray                  *silent;         /* (element-type utf8): sections of which nobody has written, borrowed */
} KoyomiIsmsReport;

gboolean             _koyomi_isms_report_init          (KoyomiIsmsReport            *self,
                                                        const KoyomiIsmsReportKind  *kind,
                                                        KoyomiSession               *session,
                                                        const KoyomiReportOptions   *options,
                                                        GError                     **error);
void                 _koyomi_isms_report_clear         (KoyomiIsmsReport            *self);
KoyomiDocument      *_koyomi_isms_report_finish        (KoyomiIsmsReport            *self);

gboolean             _koyomi_isms_report_begin         (KoyomiIsmsReport            *self,
                                                        guint                        part,
                                                        KoyomiDocumentTable        **told,
                                                        GError                     **error);
void                 _koyomi_isms_report_take_told     (KoyomiDocumentTable         *told,
                                                        char                        *text);
KoyomiDocumentTable *_koyomi_isms_report_add_table     (KoyomiIsmsReport            *self,
                                                        const char                  *title,
                                                        const KoyomiDocumentColumn  *columns,
                                                        guint                        n_columns,
                                                        const char                  *empty);
KoyomiDocumentTable *_koyomi_isms_report_add_list      (KoyomiIsmsReport            *self,
                                                        const char                  *title,
                                                        const KoyomiDocumentColumn  *columns,
                                                        guint                        n_columns,
                                                        const char                  *empty);
KoyomiDocumentTable *_koyomi_isms_report_add_facts     (KoyomiIsmsReport            *self,
                                                        const char                  *title);
KoyomiDocumentTable *_koyomi_isms_report_begin_quality (KoyomiIsmsReport            *self);
void                 _koyomi_isms_report_add_quality   (KoyomiIsmsReport            *self,
                                                        KoyomiDocumentTable         *counts,
                                                        const char                  *title,
                                                        guint                        n);
KoyomiDocumentTable *_koyomi_isms_report_add_lacks     (KoyomiIsmsReport            *self,
                                                        const char                  *title);
void                 _koyomi_isms_report_add_lack      (KoyomiDocumentTable         *table,
                                                        KoyomiRecord                *record,
                                                        const char                  *number,
                                                        const char                  *text);
gboolean             _koyomi_isms_report_has_day       (const KoyomiIsmsReport      *self,
                                                        guint32                      day);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiIsmsReport, _koyomi_isms_report_clear)

G_END_DECLS
