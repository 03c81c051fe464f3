#pragma once

#include "koyomi-export.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A section of a report: narratives are kept under its id. */
typedef struct
{
  const char *id;
  const char *title;   /* in English, for koyomi_tr() */
} KoyomiReportPart;

/* Of what a report tells. */
typedef enum
{
  KOYOMI_REPORT_SPAN_QUARTER,
  KOYOMI_REPORT_SPAN_YEAR,      /* that the quarter is in */
  KOYOMI_REPORT_SPAN_MOMENT,    /* the plan as it stands, whatever the quarter */
} KoyomiReportSpan;

/* The one thing that a report is about. */
typedef enum
{
  KOYOMI_REPORT_SUBJECT_NONE,       /* all that there is */
  KOYOMI_REPORT_SUBJECT_INCIDENT,
  KOYOMI_REPORT_SUBJECT_DRILL,
} KoyomiReportSubject;

/* A report that can be asked for. Texts are English, for koyomi_tr(). */
typedef struct
{
  const char             *id;
  const char             *name;
  const char             *summary;      /* what is in it, in a line */
  const KoyomiReportPart *parts;        /* that can have a narrative; NULL for none */
  guint                   n_parts;
  KoyomiReportSpan        span;
  KoyomiReportSubject     subject;
  gboolean                has_months;   /* it can tell of a month */
  gboolean                can_compare;  /* what is otherwise than in an earlier plan can be marked */
  gboolean                is_part;      /* another report has all of it as well */
} KoyomiReportKind;

/* Of when a report tells, and as it stands when. */
typedef struct
{
  KoyomiFiscalYear  year;
  int               quarter;   /* 1 to 4 */
  int               month;     /* of the quarter, 1 to 3; 0 for all of it */
  gint64            now;       /* the moment that is shown */
  gint64            subject;   /* the key of the incident or the drill that it is about; 0 where it is about none */
  KoyomiLanguage    language;
} KoyomiReportOptions;

/* A report that was made, to be looked at page by page and to be written. The session has to outlive it. */
typedef struct _KoyomiReport KoyomiReport;

const KoyomiReportKind *koyomi_report_kind_get      (guint                        index);
const KoyomiReportKind *koyomi_report_kind_find     (const char                  *id);
gboolean                koyomi_report_knows         (KoyomiExportFormat           format);
void                    koyomi_report_get_period    (const KoyomiReportKind      *kind,
                                                     const KoyomiReportOptions   *options,
                                                     guint32                     *first_day,
                                                     guint32                     *last_day);
char                   *koyomi_report_dup_narrative (const KoyomiReportKind      *kind,
                                                     const KoyomiReportOptions   *options,
                                                     guint32                     *day) G_GNUC_WARN_UNUSED_RESULT;

KoyomiReport           *koyomi_report_new           (KoyomiSession               *session,
                                                     const KoyomiReportKind      *kind,
                                                     const KoyomiReportOptions   *options,
                                                     GError                     **error) G_GNUC_WARN_UNUSED_RESULT;
void                    koyomi_report_free          (KoyomiReport                *self);
gboolean                koyomi_report_compare       (KoyomiReport                *self,
                                                     KoyomiSession               *before,
                                                     GError                     **error);
const char             *koyomi_report_get_number    (KoyomiReport                *self);
guint                   koyomi_report_get_n_pages   (KoyomiReport                *self);
void                    koyomi_report_get_page_size (KoyomiReport                *self,
                                                     double                      *width,
                                                     double                      *height);
void                    koyomi_report_paint_page    (KoyomiReport                *self,
                                                     guint                        page,
                                                     cairo_t                     *cr);
gboolean                koyomi_report_write         (KoyomiReport                *self,
                                                     KoyomiExportFormat           format,
                                                     guint                        page,
                                                     const char                  *path,
                                                     KoyomiProgressFunc           progress,
                                                     gpointer                     progress_data,
                                                     GCancellable                *cancellable,
                                                     GError                     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiReport, koyomi_report_free)

G_END_DECLS
