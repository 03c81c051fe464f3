#pragma once

#include "koyomi-overview.h"
#include "koyomi-plan-progress.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What is known about the change log. */
typedef enum
{
  KOYOMI_LOG_UNKNOWN,    /* it is still being verified, or could not be */
  KOYOMI_LOG_INTACT,
  KOYOMI_LOG_BROKEN,
} KoyomiLogState;

/* Reads in passing, in a thread and from a copy of the plan, what the first page shows.
 *
 * Signals:
 *   "read": there is another overview
 *   "followed": there is another progress, and more is known of the change log */
#define KOYOMI_TYPE_OVERVIEW_READER (koyomi_overview_reader_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiOverviewReader, koyomi_overview_reader, KOYOMI, OVERVIEW_READER, GObject)

KoyomiOverviewReader     *koyomi_overview_reader_new            (KoyomiWorkspace      *workspace) G_GNUC_WARN_UNUSED_RESULT;
void                      koyomi_overview_reader_read           (KoyomiOverviewReader *self);
void                      koyomi_overview_reader_set_status_day (KoyomiOverviewReader *self,
                                                                 guint32               day);
void                      koyomi_overview_reader_take_over      (KoyomiOverviewReader *self,
                                                                 KoyomiOverviewReader *other);
const KoyomiOverview     *koyomi_overview_reader_get_overview   (KoyomiOverviewReader *self);
const KoyomiPlanProgress *koyomi_overview_reader_get_progress   (KoyomiOverviewReader *self);
KoyomiLogState            koyomi_overview_reader_get_log_state  (KoyomiOverviewReader *self,
                                                                 gint64               *verified_at);

G_END_DECLS
