<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Alarm</name>
    <message>
        <source>{missed} will miss it</source>
        <translation>{missed} 单将错过截单</translation>
    </message>
    <message>
        <source>stands still</source>
        <translation>停滞不前</translation>
    </message>
    <message>
        <source>not heard of</source>
        <translation>失去联系</translation>
    </message>
    <message>
        <source>labels failed: {count}× in {minutes} min</source>
        <translation>{minutes} 分钟内面单失败 {count} 次</translation>
    </message>
    <message>
        <source>goods missed: {count}× in {hours} h</source>
        <translation>{hours} 小时内缺货 {count} 次</translation>
    </message>
    <message>
        <source>mixed up {count}×</source>
        <translation>混扫 {count} 次</translation>
    </message>
    <message>
        <source>stock below zero</source>
        <translation>库存为负</translation>
    </message>
    <message>
        <source>orders without goods: {orders}</source>
        <translation>缺货订单：{orders}</translation>
    </message>
    <message>
        <source>{late} not on the truck</source>
        <translation>{late} 单未装车</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>On hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>To pick</source>
        <translation>待拣货</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>拣货中</translation>
    </message>
    <message>
        <source>To pack</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>复核打包中</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>缺面单</translation>
    </message>
    <message>
        <source>Staged</source>
        <translation>待装车</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>已装车</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已离库</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>Next box</source>
        <translation>下一箱</translation>
    </message>
    <message>
        <source>Close box</source>
        <translation>封箱</translation>
    </message>
    <message>
        <source>Print label</source>
        <translation>打印面单</translation>
    </message>
    <message>
        <source>Packing slip</source>
        <translation>装箱单</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Next count</source>
        <translation>下一个盘点</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>主页</translation>
    </message>
    <message>
        <source>Next order</source>
        <translation>下一单</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>拣货</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>复核打包</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>装车</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移库</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Weigh</source>
        <translation>称重</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>面单</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Test label</source>
        <translation>测试标签</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>自检</translation>
    </message>
    <message>
        <source>Beep</source>
        <translation>蜂鸣</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Add free</source>
        <translation>加赠</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Print labels</source>
        <translation>打印标签</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>下一任务</translation>
    </message>
</context>
<context>
    <name>Device</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>不在线</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描枪</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>电子秤</translation>
    </message>
    <message>
        <source>can beep</source>
        <translation>可蜂鸣</translation>
    </message>
    <message>
        <source>can be locked</source>
        <translation>可锁定</translation>
    </message>
    <message>
        <source>tells its state</source>
        <translation>会报告状态</translation>
    </message>
    <message>
        <source>counts labels</source>
        <translation>统计面单数</translation>
    </message>
    <message>
        <source>can be zeroed</source>
        <translation>可置零</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描枪</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>电子秤</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>自检</translation>
    </message>
    <message>
        <source>Print a label</source>
        <translation>打印面单</translation>
    </message>
    <message>
        <source>Scan a label</source>
        <translation>扫描面单</translation>
    </message>
    <message>
        <source>Weigh</source>
        <translation>称重</translation>
    </message>
    <message>
        <source>Hear the beep</source>
        <translation>听提示音</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待做</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not in order</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>no device</source>
        <translation>无设备</translation>
    </message>
    <message>
        <source>Keyboard layout differs</source>
        <translation>键盘布局不一致</translation>
    </message>
    <message>
        <source>Set scanner and computer to one country.</source>
        <translation>请将扫描枪和电脑设为同一国家布局。</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>大写锁定已开</translation>
    </message>
    <message>
        <source>Switch Caps Lock off.</source>
        <translation>请关闭大写锁定。</translation>
    </message>
    <message>
        <source>No Enter at the end</source>
        <translation>结尾没有回车</translation>
    </message>
    <message>
        <source>Let the scanner send Enter (CR).</source>
        <translation>请让扫描枪在结尾发送回车（CR）。</translation>
    </message>
    <message>
        <source>GS character lost</source>
        <translation>GS 字符丢失</translation>
    </message>
    <message>
        <source>Let the scanner send GS (FNC1).</source>
        <translation>请让扫描枪发送 GS（FNC1）。</translation>
    </message>
    <message>
        <source>Something is added</source>
        <translation>有附加字符</translation>
    </message>
    <message>
        <source>It is cut off from now on.</source>
        <translation>今后会自动去除。</translation>
    </message>
    <message>
        <source>No symbology sent</source>
        <translation>未发送码制</translation>
    </message>
    <message>
        <source>Let the scanner send AIM identifiers.</source>
        <translation>请让扫描枪发送 AIM 标识符。</translation>
    </message>
    <message>
        <source>Test code came out wrong</source>
        <translation>测试码读取有误</translation>
    </message>
    <message>
        <source>Set the scanner to its defaults.</source>
        <translation>请将扫描枪恢复默认设置。</translation>
    </message>
    <message>
        <source>No test label yet</source>
        <translation>尚未打印测试标签</translation>
    </message>
    <message>
        <source>The printer says nothing</source>
        <translation>打印机没有回应</translation>
    </message>
    <message>
        <source>Sent. More this printer does not tell.</source>
        <translation>已发送。此打印机不提供更多信息。</translation>
    </message>
    <message>
        <source>Sent, and the printer counted it.</source>
        <translation>已发送，打印机已计数。</translation>
    </message>
    <message>
        <source>GS comes as other signs</source>
        <translation>GS 分隔符被替换为其他字符</translation>
    </message>
    <message>
        <source>They are read as GS from now on.</source>
        <translation>此后自动按 GS 读取。</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>Order placed</source>
        <translation>已下单</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>订单已修改</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>订单已取消</translation>
    </message>
    <message>
        <source>Given free here</source>
        <translation>现场解除挂起</translation>
    </message>
    <message>
        <source>Held here</source>
        <translation>现场挂起</translation>
    </message>
    <message>
        <source>Priority set here</source>
        <translation>现场设定优先级</translation>
    </message>
    <message>
        <source>Product recorded</source>
        <translation>商品已登记</translation>
    </message>
    <message>
        <source>Bin recorded</source>
        <translation>货位已登记</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>期初库存</translation>
    </message>
    <message>
        <source>Operator recorded</source>
        <translation>操作员已登记</translation>
    </message>
    <message>
        <source>Box type recorded</source>
        <translation>箱型已登记</translation>
    </message>
    <message>
        <source>Load planned</source>
        <translation>车次已计划</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>已解锁</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>密码错误次数过多</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>已接手</translation>
    </message>
    <message>
        <source>Help called</source>
        <translation>已求助</translation>
    </message>
    <message>
        <source>Help is there</source>
        <translation>求助结束</translation>
    </message>
    <message>
        <source>Site rule set</source>
        <translation>仓库规则已设定</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>消息已发送</translation>
    </message>
    <message>
        <source>Message shown</source>
        <translation>消息已显示</translation>
    </message>
    <message>
        <source>Message read</source>
        <translation>消息已阅读</translation>
    </message>
    <message>
        <source>Message withdrawn</source>
        <translation>消息已撤回</translation>
    </message>
    <message>
        <source>Language chosen</source>
        <translation>已选择语言</translation>
    </message>
    <message>
        <source>Scanner checked</source>
        <translation>已检查扫描枪</translation>
    </message>
    <message>
        <source>Station file rebuilt</source>
        <translation>工位文件已重建</translation>
    </message>
    <message>
        <source>Self-test made</source>
        <translation>已做自检</translation>
    </message>
    <message>
        <source>Picking started</source>
        <translation>开始拣货</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已拣</translation>
    </message>
    <message>
        <source>Pick undone</source>
        <translation>已撤销拣货</translation>
    </message>
    <message>
        <source>Put in tote</source>
        <translation>已放入周转箱</translation>
    </message>
    <message>
        <source>Short at picking</source>
        <translation>拣货缺货</translation>
    </message>
    <message>
        <source>Not damaged after all</source>
        <translation>撤销破损</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>Order picked</source>
        <translation>拣货完成</translation>
    </message>
    <message>
        <source>Picking left</source>
        <translation>已退出拣货</translation>
    </message>
    <message>
        <source>Packing started</source>
        <translation>开始打包</translation>
    </message>
    <message>
        <source>Box opened</source>
        <translation>已启用新箱</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>已装箱</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>已取出</translation>
    </message>
    <message>
        <source>Short at packing</source>
        <translation>打包缺货</translation>
    </message>
    <message>
        <source>Weighed</source>
        <translation>已称重</translation>
    </message>
    <message>
        <source>Weight accepted</source>
        <translation>重量已确认</translation>
    </message>
    <message>
        <source>Box sealed</source>
        <translation>已封箱</translation>
    </message>
    <message>
        <source>Box reopened</source>
        <translation>已重新开箱</translation>
    </message>
    <message>
        <source>Box voided</source>
        <translation>箱已作废</translation>
    </message>
    <message>
        <source>Label sent</source>
        <translation>面单已发送</translation>
    </message>
    <message>
        <source>Label failed</source>
        <translation>面单打印失败</translation>
    </message>
    <message>
        <source>Label sent again</source>
        <translation>面单已重新发送</translation>
    </message>
    <message>
        <source>Wrong label scanned</source>
        <translation>扫错面单</translation>
    </message>
    <message>
        <source>On the shelf for its customer</source>
        <translation>已上自提货架</translation>
    </message>
    <message>
        <source>Label scanned on the box</source>
        <translation>箱上面单已复核</translation>
    </message>
    <message>
        <source>Order packed</source>
        <translation>打包完成</translation>
    </message>
    <message>
        <source>Order parked</source>
        <translation>订单已挂起</translation>
    </message>
    <message>
        <source>Packing left</source>
        <translation>已退出打包</translation>
    </message>
    <message>
        <source>Bin counted</source>
        <translation>货位已盘点</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>已装车</translation>
    </message>
    <message>
        <source>Taken off the load</source>
        <translation>已从车上取下</translation>
    </message>
    <message>
        <source>Load closed</source>
        <translation>车次已关闭</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Order held</source>
        <translation>订单已暂停</translation>
    </message>
    <message>
        <source>Short taken back</source>
        <translation>缺货已撤销</translation>
    </message>
    <message>
        <source>Put back into a bin</source>
        <translation>已放回货位</translation>
    </message>
    <message>
        <source>Tote emptied</source>
        <translation>周转箱已清空</translation>
    </message>
    <message>
        <source>Added here</source>
        <translation>现场添加</translation>
    </message>
    <message>
        <source>Note read</source>
        <translation>备注已阅读</translation>
    </message>
    <message>
        <source>Other box type</source>
        <translation>更换箱型</translation>
    </message>
    <message>
        <source>Label void, box opened</source>
        <translation>面单作废，重新开箱</translation>
    </message>
    <message>
        <source>Load opened again</source>
        <translation>车次重新打开</translation>
    </message>
    <message>
        <source>Truck has left</source>
        <translation>已发车</translation>
    </message>
    <message>
        <source>Came back from the truck</source>
        <translation>从车上退回</translation>
    </message>
    <message>
        <source>Handed over to its customer</source>
        <translation>已交付客户</translation>
    </message>
    <message>
        <source>Goods moved</source>
        <translation>货物移动</translation>
    </message>
    <message>
        <source>Task wanted</source>
        <translation>需要任务</translation>
    </message>
    <message>
        <source>Task begun</source>
        <translation>任务开始</translation>
    </message>
    <message>
        <source>Task left</source>
        <translation>任务放下</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>任务完成</translation>
    </message>
    <message>
        <source>Task not needed any more</source>
        <translation>任务不再需要</translation>
    </message>
    <message>
        <source>Exception decided</source>
        <translation>异常已处理</translation>
    </message>
    <message>
        <source>Sent another way</source>
        <translation>已改派承运商或地址</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Inner pack</source>
        <translation>内盒</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>箱</translation>
    </message>
    <message>
        <source>Pallet</source>
        <translation>托</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预留</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>Parts of a set</source>
        <translation>套装组成</translation>
    </message>
    <message>
        <source>Sets in stock</source>
        <translation>可配套数</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>库区</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation>固定存放</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>未完订单</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>承运商</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>面单</translation>
    </message>
    <message>
        <source>SSCC</source>
        <translation>SSCC</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>车次</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>月台</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Box type</source>
        <translation>箱型</translation>
    </message>
    <message>
        <source>Tote</source>
        <translation>周转箱</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>货架</translation>
    </message>
    <message>
        <source>Weight (g)</source>
        <translation>重量（克）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>应有</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
</context>
<context>
    <name>Hold</name>
    <message>
        <source>unpaid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>没有地址</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>partly refunded: the file does not say which goods</source>
        <translation>部分退款：文件未说明是哪些商品</translation>
    </message>
    <message>
        <source>partly shipped: the file does not say what is left</source>
        <translation>部分发货：文件未说明还剩哪些</translation>
    </message>
    <message>
        <source>the order is already shipped</source>
        <translation>订单已发货</translation>
    </message>
    <message>
        <source>on hold in the shop</source>
        <translation>网店已暂停此单</translation>
    </message>
    <message>
        <source>a test order</source>
        <translation>测试订单</translation>
    </message>
    <message>
        <source>payment voided</source>
        <translation>付款已作废</translation>
    </message>
    <message>
        <source>payment failed</source>
        <translation>付款失败</translation>
    </message>
    <message>
        <source>the payment is disputed</source>
        <translation>付款有争议</translation>
    </message>
    <message>
        <source>to be verified in the shop</source>
        <translation>待网店核实</translation>
    </message>
    <message>
        <source>deleted in the shop</source>
        <translation>网店已删除</translation>
    </message>
    <message>
        <source>pre-order</source>
        <translation>预售订单</translation>
    </message>
    <message>
        <source>several receivers</source>
        <translation>有多个收件人</translation>
    </message>
    <message>
        <source>no goods to ship</source>
        <translation>没有要发的商品</translation>
    </message>
    <message>
        <source>nothing of it is left to ship</source>
        <translation>没有剩余商品要发</translation>
    </message>
    <message>
        <source>no carrier</source>
        <translation>没有承运商</translation>
    </message>
    <message>
        <source>the exceptions desk looks into it</source>
        <translation>异常处理台正在核实</translation>
    </message>
    <message>
        <source>a supervisor of this site</source>
        <translation>本仓主管</translation>
    </message>
    <message>
        <source>the shop wants less of it, and a part has left: say what is still to go</source>
        <translation>网店减少了数量，且部分已发出：请确认还要发什么</translation>
    </message>
    <message>
        <source>no carrier for &quot;{what}&quot;</source>
        <translation>“{what}”没有对应的承运商</translation>
    </message>
    <message>
        <source>marked {what} in the shop</source>
        <translation>网店标记：{what}</translation>
    </message>
    <message>
        <source>status &quot;{what}&quot; in the shop</source>
        <translation>网店状态：“{what}”</translation>
    </message>
    <message>
        <source>its newest version has faults: {what}</source>
        <translation>最新版本有错误：{what}</translation>
    </message>
    <message>
        <source>no label can show {what}</source>
        <translation>面单无法打印 {what}</translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>No label yet</source>
        <translation>还没有面单</translation>
    </message>
    <message>
        <source>Label is being made</source>
        <translation>正在制作面单</translation>
    </message>
    <message>
        <source>Label sent, not scanned yet</source>
        <translation>面单已发送，待复核</translation>
    </message>
    <message>
        <source>Label not printed</source>
        <translation>面单未打印</translation>
    </message>
    <message>
        <source>Label may still come out: scan it</source>
        <translation>面单可能仍会打出，请扫描</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>无面单</translation>
    </message>
    <message>
        <source>Being made</source>
        <translation>生成中</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Scanned back</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>Label scanned: right box</source>
        <translation>面单已复核：箱子正确</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>Before all others</source>
        <translation>最优先处理</translation>
    </message>
    <message>
        <source>In its turn again</source>
        <translation>恢复正常顺序</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>取消订单</translation>
    </message>
    <message>
        <source>Send it by {carrier}</source>
        <translation>改由 {carrier} 发运</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Not known here: {code}</source>
        <translation>无法识别：{code}</translation>
    </message>
    <message>
        <source>Check it is the product&apos;s barcode, not the carton&apos;s.</source>
        <translation>请确认扫的是商品条码，不是外箱条码。</translation>
    </message>
    <message>
        <source>Read error: {code}</source>
        <translation>读码错误：{code}</translation>
    </message>
    <message>
        <source>The check digit does not fit. Scan it again.</source>
        <translation>校验码不符，请重新扫描。</translation>
    </message>
    <message>
        <source>The barcode is wrong at ({ai})</source>
        <translation>条码的 ({ai}) 项有误</translation>
    </message>
    <message>
        <source>Scan another barcode of the same thing. Read: {code}</source>
        <translation>请扫描该物品上的另一个条码。读到：{code}</translation>
    </message>
    <message>
        <source>Read error, scan again</source>
        <translation>读码错误，请重扫</translation>
    </message>
    <message>
        <source>Received: {code}</source>
        <translation>收到：{code}</translation>
    </message>
    <message>
        <source>Too long, scan again</source>
        <translation>条码过长，请重扫</translation>
    </message>
    <message>
        <source>{length} {length:character|characters} without end. Check the scanner&apos;s settings.</source>
        <translation>{length} 个字符没有结束符，请检查扫描枪设置。</translation>
    </message>
    <message>
        <source>Scan stopped halfway, scan again</source>
        <translation>扫描中断，请重扫</translation>
    </message>
    <message>
        <source>Scan was disturbed, scan again</source>
        <translation>扫描受干扰，请重扫</translation>
    </message>
    <message>
        <source>Keys were pressed during the scan.</source>
        <translation>扫描时有按键。</translation>
    </message>
    <message>
        <source>Several orders: {code}</source>
        <translation>多个订单：{code}</translation>
    </message>
    <message>
        <source>No parcel numbers left</source>
        <translation>包裹号已用完</translation>
    </message>
    <message>
        <source>Call a supervisor.</source>
        <translation>请找主管。</translation>
    </message>
    <message>
        <source>Content unknown: pack of {sku}</source>
        <translation>未登记装箱数：{sku}</translation>
    </message>
    <message>
        <source>Nobody has told how many {code} holds. Scan single units.</source>
        <translation>箱码 {code} 没有登记装多少件。请逐件扫描。</translation>
    </message>
    <message>
        <source>1 repeat ignored: {code}</source>
        <translation>已忽略重复扫描：{code}</translation>
    </message>
    <message>
        <source>That is {what}</source>
        <translation>这是{what}</translation>
    </message>
    <message>
        <source>Scanned: {code}</source>
        <translation>已扫描：{code}</translation>
    </message>
    <message>
        <source>Not possible now: {command}</source>
        <translation>现在不能{command}</translation>
    </message>
    <message>
        <source>Needs a {role}</source>
        <translation>需要{role}</translation>
    </message>
    <message>
        <source>Call for help: press Help (F9).</source>
        <translation>请按“求助”(F9)。</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>{number} × scan the product</source>
        <translation>{number} 件：请扫描商品</translation>
    </message>
    <message>
        <source>{number} is too many</source>
        <translation>数量 {number} 超出</translation>
    </message>
    <message>
        <source>There are {most} at most.</source>
        <translation>最多只有 {most}。</translation>
    </message>
    <message>
        <source>No more than {digits} {digits:digit|digits}</source>
        <translation>最多 {digits} 位数字</translation>
    </message>
    <message>
        <source>It is still {number}. Clear it to begin again.</source>
        <translation>仍为 {number}。清除后重新输入。</translation>
    </message>
    <message>
        <source>Help is called</source>
        <translation>已求助</translation>
    </message>
    <message>
        <source>All benches see it. HELP again ends it.</source>
        <translation>所有工作台都能看到。再按“求助”结束。</translation>
    </message>
    <message>
        <source>Offline: nobody sees your call</source>
        <translation>离线：没人看到您的求助</translation>
    </message>
    <message>
        <source>Go and fetch somebody.</source>
        <translation>请直接去找人。</translation>
    </message>
    <message>
        <source>The call for help is over</source>
        <translation>求助已结束</translation>
    </message>
    <message>
        <source>Read, and told so</source>
        <translation>已阅，已回执</translation>
    </message>
    <message>
        <source>Messages still to read: {left}</source>
        <translation>未读消息：{left}</translation>
    </message>
    <message>
        <source>There is no message to read</source>
        <translation>没有未读消息</translation>
    </message>
    <message>
        <source>Language: {language}</source>
        <translation>语言：{language}</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>操作未成功</translation>
    </message>
    <message>
        <source>Your scans are saved. Report {report}.</source>
        <translation>扫描记录已保存。报告编号 {report}。</translation>
    </message>
    <message>
        <source>Not saved, scan it again</source>
        <translation>未保存，请重扫</translation>
    </message>
    <message>
        <source>Saved: {saved}, lost: {lost} or more. Tell a supervisor: boxes here need a look.</source>
        <translation>已恢复 {saved} 条，丢失 {lost} 条或更多。请告知主管：本工位的箱子需核对。</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>This station&apos;s file was rebuilt</source>
        <translation>本工位的数据文件已重建</translation>
    </message>
    <message>
        <source>Saved: {saved}, lost: {lost}. Tell a supervisor.</source>
        <translation>已保存 {saved} 条，丢失 {lost} 条。请告知主管。</translation>
    </message>
    <message>
        <source>Found: {code}</source>
        <translation>已找到：{code}</translation>
    </message>
    <message>
        <source>Nothing is open here</source>
        <translation>这里没有进行中的任务</translation>
    </message>
    <message>
        <source>Begun in a newer program</source>
        <translation>任务由新版程序开始</translation>
    </message>
    <message>
        <source>Update this program, then begin it again.</source>
        <translation>请更新本程序，然后重新开始。</translation>
    </message>
    <message>
        <source>Scan your badge first</source>
        <translation>请先扫工牌</translation>
    </message>
    <message>
        <source>The scan was noted but not performed.</source>
        <translation>扫描已记录，但未执行。</translation>
    </message>
    <message>
        <source>Welcome, {operator}</source>
        <translation>欢迎，{operator}</translation>
    </message>
    <message>
        <source>Goodbye, {operator}</source>
        <translation>再见，{operator}</translation>
    </message>
    <message>
        <source>Badge not known</source>
        <translation>工牌无法识别</translation>
    </message>
    <message>
        <source>Ask a supervisor.</source>
        <translation>请找主管。</translation>
    </message>
    <message>
        <source>Still loading the site&apos;s data</source>
        <translation>正在加载仓库数据</translation>
    </message>
    <message>
        <source>Scan your badge again in a moment.</source>
        <translation>请稍后再扫描工牌。</translation>
    </message>
    <message>
        <source>This badge is switched off</source>
        <translation>此工牌已停用</translation>
    </message>
    <message>
        <source>{operator}: ask a supervisor.</source>
        <translation>{operator}：请找主管。</translation>
    </message>
    <message>
        <source>{operator} is switched off</source>
        <translation>{operator} 已停用</translation>
    </message>
    <message>
        <source>Open work is kept. A supervisor takes it over.</source>
        <translation>未完成的工作已保留，请主管接手。</translation>
    </message>
    <message>
        <source>Nobody can sign in here</source>
        <translation>此工位暂不能登录</translation>
    </message>
    <message>
        <source>No centre for {days} {days:day|days}</source>
        <translation>已 {days} 天未连接中心服务器</translation>
    </message>
    <message>
        <source>Wait {seconds} {seconds:second|seconds}, then try again.</source>
        <translation>请等待 {seconds} 秒后再试。</translation>
    </message>
    <message>
        <source>This bench&apos;s clock is wrong</source>
        <translation>此工位的时钟有误</translation>
    </message>
    <message>
        <source>No centre for {days} {days:day|days}. Connect it, or ask your administrator.</source>
        <translation>已 {days} 天未连接中心服务器。请连接此工位，或联系管理员。</translation>
    </message>
    <message>
        <source>It stands before its last use. Connect this bench, or set its clock.</source>
        <translation>时钟早于上次使用时间。请连接此工位，或校准时钟。</translation>
    </message>
    <message>
        <source>Parcel numbers: {percent} % used</source>
        <translation>包裹号已用 {percent} %</translation>
    </message>
    <message>
        <source>Tell the administrator: the site needs another extension digit.</source>
        <translation>请通知管理员：本仓库需要增加一个扩展位。</translation>
    </message>
    <message>
        <source>Hours until sign-in ends: {hours}. Connect this bench.</source>
        <translation>距停止登录还有 {hours} 小时，请连接此工位。</translation>
    </message>
    <message>
        <source>Update this program</source>
        <translation>请更新本程序</translation>
    </message>
    <message>
        <source>The centre is newer. Your work is kept and waits here.</source>
        <translation>中心服务器版本较新。您的工作已保存在此，等待发送。</translation>
    </message>
    <message>
        <source>The centre must be upgraded</source>
        <translation>中心服务器需要升级</translation>
    </message>
    <message>
        <source>Your work is kept. Administrator: packbench db upgrade</source>
        <translation>您的工作已保存。管理员请运行：packbench db upgrade</translation>
    </message>
    <message>
        <source>The centre refuses this bench&apos;s login</source>
        <translation>中心服务器拒绝本工位的登录</translation>
    </message>
    <message>
        <source>Your work is kept. Administrator: packbench db roles</source>
        <translation>工作内容已保留。管理员：packbench db roles</translation>
    </message>
    <message>
        <source>Enter your PIN, {operator}</source>
        <translation>{operator}，请输入密码</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>Attempts left: {left}</source>
        <translation>还可尝试 {left} 次</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>密码错误次数过多</translation>
    </message>
    <message>
        <source>Staff number {number} not known</source>
        <translation>工号 {number} 不存在</translation>
    </message>
    <message>
        <source>Check the number or scan your badge.</source>
        <translation>请核对工号，或扫描工牌。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Welcome back, {operator}</source>
        <translation>欢迎回来，{operator}</translation>
    </message>
    <message>
        <source>{operator} works on {order}</source>
        <translation>{operator} 正在处理 {order}</translation>
    </message>
    <message>
        <source>Scan your badge again to take it over. Scan HOLD to park it.</source>
        <translation>再扫一次工牌即可接手；扫描“挂起”可暂停此单。</translation>
    </message>
    <message>
        <source>{order} is yours now</source>
        <translation>{order} 已由您接手</translation>
    </message>
    <message>
        <source>Taken over from {operator}.</source>
        <translation>原操作员：{operator}。</translation>
    </message>
    <message>
        <source>Opened: {order}</source>
        <translation>已打开：{order}</translation>
    </message>
    <message>
        <source>Take {order} from station {station}?</source>
        <translation>从工位 {station} 接手 {order}？</translation>
    </message>
    <message>
        <source>Scan it again to take it over. What is packed there stays.</source>
        <translation>再扫一次即接手；原工位已装箱的商品不变。</translation>
    </message>
    <message>
        <source>Asking for an order ...</source>
        <translation>正在申请订单…</translation>
    </message>
    <message>
        <source>It opens in a moment. Longer? Other stations have all of them.</source>
        <translation>稍后自动打开。若久等：订单都在其他工位手中。</translation>
    </message>
    <message>
        <source>{order} is taken</source>
        <translation>{order} 已被占用</translation>
    </message>
    <message>
        <source>Open at station {station}. Take another order.</source>
        <translation>工位 {station} 正在处理，请换一单。</translation>
    </message>
    <message>
        <source>{order} is not picked yet</source>
        <translation>{order} 尚未拣完</translation>
    </message>
    <message>
        <source>Lines still being picked: {lines} ({bins})</source>
        <translation>还在拣货的行：{lines}（{bins}）</translation>
    </message>
    <message>
        <source>STOP: {order} was cancelled</source>
        <translation>停！{order} 已取消</translation>
    </message>
    <message>
        <source>Return the goods. Do not send them.</source>
        <translation>请退回货物，不要发出。</translation>
    </message>
    <message>
        <source>{order} is on hold</source>
        <translation>{order} 已暂停</translation>
    </message>
    <message>
        <source>{order} is already packed</source>
        <translation>{order} 已打包</translation>
    </message>
    <message>
        <source>{order} has already left</source>
        <translation>{order} 已出库</translation>
    </message>
    <message>
        <source>{order} is on {shelf}</source>
        <translation>{order} 在 {shelf}</translation>
    </message>
    <message>
        <source>For {customer}. OK when it is handed over.</source>
        <translation>客户：{customer}。交付后按“确定”。</translation>
    </message>
    <message>
        <source>{order} is handed over</source>
        <translation>{order} 已交付</translation>
    </message>
    <message>
        <source>To {customer}.</source>
        <translation>客户：{customer}。</translation>
    </message>
    <message>
        <source>It has changed meanwhile</source>
        <translation>期间有变动</translation>
    </message>
    <message>
        <source>Scan the order again.</source>
        <translation>请重新扫订单。</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>没有待办任务</translation>
    </message>
    <message>
        <source>Scan a tote or an order.</source>
        <translation>请扫描周转箱或订单。</translation>
    </message>
    <message>
        <source>Tote {tote} is empty</source>
        <translation>周转箱 {tote} 是空的</translation>
    </message>
    <message>
        <source>No order is in it.</source>
        <translation>里面没有订单。</translation>
    </message>
    <message>
        <source>No bin known for {order}</source>
        <translation>{order} 找不到货位</translation>
    </message>
    <message>
        <source>{skus}</source>
        <translation>{skus}</translation>
    </message>
    <message>
        <source>Put everything back. Do not send it.</source>
        <translation>请全部放回，不要发出。</translation>
    </message>
    <message>
        <source>{order} was changed</source>
        <translation>{order} 已变更</translation>
    </message>
    <message>
        <source>Receiver or carrier is another one now.</source>
        <translation>收件人或承运商已变更。</translation>
    </message>
    <message>
        <source>STOP: {order} is elsewhere</source>
        <translation>停！{order} 在别处</translation>
    </message>
    <message>
        <source>Station {station} works on it. Put it aside.</source>
        <translation>工位 {station} 正在处理，请放到一边。</translation>
    </message>
    <message>
        <source>STOP: {station} does it</source>
        <translation>停：{station} 正在做</translation>
    </message>
    <message>
        <source>STOP: {order} is done already</source>
        <translation>停！{order} 已完成</translation>
    </message>
    <message>
        <source>Another station did it. Put these goods back.</source>
        <translation>其他工位已完成，请将这些货品放回。</translation>
    </message>
    <message>
        <source>Load {load}: {carrier}, dock {dock}</source>
        <translation>车次 {load}：{carrier}，{dock} 号月台</translation>
    </message>
    <message>
        <source>{order} loaded: {done} of {wanted}</source>
        <translation>{order} 已装车：{done}/{wanted}</translation>
    </message>
    <message>
        <source>{order} is off the load</source>
        <translation>{order} 已从车上取下</translation>
    </message>
    <message>
        <source>Already on load {load}</source>
        <translation>已在车次 {load} 上</translation>
    </message>
    <message>
        <source>{sscc} was not counted again.</source>
        <translation>{sscc} 没有重复计数。</translation>
    </message>
    <message>
        <source>STOP: goes with {carrier}</source>
        <translation>停！应由 {carrier} 承运</translation>
    </message>
    <message>
        <source>{order} does not go with {wanted}. Take it off.</source>
        <translation>{order} 不由 {wanted} 承运，请取下。</translation>
    </message>
    <message>
        <source>Take the parcel back to packing.</source>
        <translation>请把包裹送回打包台。</translation>
    </message>
    <message>
        <source>Label was never scanned back</source>
        <translation>面单未复核</translation>
    </message>
    <message>
        <source>{order}: take the parcel back to packing.</source>
        <translation>{order}：请把包裹送回打包台。</translation>
    </message>
    <message>
        <source>Unknown parcel: {code}</source>
        <translation>未知包裹：{code}</translation>
    </message>
    <message>
        <source>Keep it aside. A supervisor decides.</source>
        <translation>请放到一边，由主管处理。</translation>
    </message>
    <message>
        <source>UNDO = go on loading.</source>
        <translation>撤销 = 继续装车。</translation>
    </message>
    <message>
        <source>Nothing is on load {load}</source>
        <translation>车次 {load} 上没有包裹</translation>
    </message>
    <message>
        <source>Load {load} is closed</source>
        <translation>车次 {load} 已关闭</translation>
    </message>
    <message>
        <source>Parcels: {parcels} · missing: {missing}</source>
        <translation>包裹：{parcels} · 缺件：{missing}</translation>
    </message>
    <message>
        <source>Load {load} is already closed</source>
        <translation>车次 {load} 早已关闭</translation>
    </message>
    <message>
        <source>Answer the stop first</source>
        <translation>请先处理停止提示</translation>
    </message>
    <message>
        <source>Box: {carton}</source>
        <translation>箱型：{carton}</translation>
    </message>
    <message>
        <source>{sku}: {done} of {wanted}</source>
        <translation>{sku}：{done}/{wanted}</translation>
    </message>
    <message>
        <source>Line done: {sku}, {done} of {wanted}</source>
        <translation>本行完成：{sku}，{done}/{wanted}</translation>
    </message>
    <message>
        <source>WRONG ITEM: not on this order</source>
        <translation>扫错商品：不在此订单中</translation>
    </message>
    <message>
        <source>You scanned {code} ({name}). Put it aside.</source>
        <translation>您扫描的是 {code}（{name}），请放到一边。</translation>
    </message>
    <message>
        <source>{sku}: take this one out.</source>
        <translation>{sku}：请把这件取出。</translation>
    </message>
    <message>
        <source>Take an item out</source>
        <translation>取出商品</translation>
    </message>
    <message>
        <source>Taken out: {sku}, {done} of {wanted}</source>
        <translation>已取出：{sku}，{done}/{wanted}</translation>
    </message>
    <message>
        <source>{sku} is not in here</source>
        <translation>箱内没有 {sku}</translation>
    </message>
    <message>
        <source>Nothing to take out.</source>
        <translation>没有可取出的商品。</translation>
    </message>
    <message>
        <source>Scan each {sku} by itself</source>
        <translation>{sku} 请逐件扫描</translation>
    </message>
    <message>
        <source>This product is never counted by number.</source>
        <translation>此商品不能按数量录入。</translation>
    </message>
    <message>
        <source>Box {parcel} is closed</source>
        <translation>第 {parcel} 箱已封箱</translation>
    </message>
    <message>
        <source>The box is empty</source>
        <translation>箱子是空的</translation>
    </message>
    <message>
        <source>Label sent to {printer}</source>
        <translation>面单已发送到 {printer}</translation>
    </message>
    <message>
        <source>Label without {letters}</source>
        <translation>面单未印 {letters}</translation>
    </message>
    <message>
        <source>No printer has these signs. The address is whole.</source>
        <translation>这些符号无法打印，地址完整无缺。</translation>
    </message>
    <message>
        <source>Label not printed: {reason}</source>
        <translation>面单未打印：{reason}</translation>
    </message>
    <message>
        <source>{reason}: label may still come</source>
        <translation>{reason}：面单可能仍会打出</translation>
    </message>
    <message>
        <source>Label sent again ({count})</source>
        <translation>面单已重新发送（第 {count} 次）</translation>
    </message>
    <message>
        <source>Why is it wanted again?</source>
        <translation>为什么要重打？</translation>
    </message>
    <message>
        <source>Every label sent again is counted.</source>
        <translation>每次重打都会被计数。</translation>
    </message>
    <message>
        <source>No label for this box</source>
        <translation>此箱没有面单</translation>
    </message>
    <message>
        <source>SET {kit}: {done} of {wanted} complete</source>
        <translation>套装 {kit}：已齐 {done}/{wanted} 套</translation>
    </message>
    <message>
        <source>{wanted} of {wanted} {wanted:is|are} in</source>
        <translation>{wanted} 件已全部装入</translation>
    </message>
    <message>
        <source>Serial number used before</source>
        <translation>序列号已使用过</translation>
    </message>
    <message>
        <source>{serial} went out with {order}. Take it out of the box.</source>
        <translation>{serial} 已随 {order} 出库，请从箱中取出。</translation>
    </message>
    <message>
        <source>{level} = {units}, {most} inside</source>
        <translation>{level} = {units} 件，箱内只有 {most} 件</translation>
    </message>
    <message>
        <source>Take single units of {sku} out.</source>
        <translation>请逐件取出 {sku}。</translation>
    </message>
    <message>
        <source>{order} is packed without label</source>
        <translation>{order} 已打包，但没有面单</translation>
    </message>
    <message>
        <source>Scan PRINT to print it.</source>
        <translation>请扫描“打印”。</translation>
    </message>
    <message>
        <source>Right label on box {parcel}</source>
        <translation>第 {parcel} 箱面单正确</translation>
    </message>
    <message>
        <source>STOP: label is for {order}</source>
        <translation>停！这是 {order} 的面单</translation>
    </message>
    <message>
        <source>Take it off. This box needs the label of {wanted}.</source>
        <translation>请撕下。此箱应贴 {wanted} 的面单。</translation>
    </message>
    <message>
        <source>STOP: old label on {order}</source>
        <translation>停！{order} 的面单已过期</translation>
    </message>
    <message>
        <source>The order was changed since. It needs a new label.</source>
        <translation>订单后来有变更，需要新面单。</translation>
    </message>
    <message>
        <source>Destroy the old one.</source>
        <translation>请销毁旧面单。</translation>
    </message>
    <message>
        <source>Box {parcel} is on {shelf}</source>
        <translation>第 {parcel} 箱在 {shelf}</translation>
    </message>
    <message>
        <source>First put {order} on a shelf</source>
        <translation>请先把 {order} 放上货架</translation>
    </message>
    <message>
        <source>It has no label. OK = it stays at this bench.</source>
        <translation>没有面单。“确定” = 留在本台。</translation>
    </message>
    <message>
        <source>{order}: the packing slip prints</source>
        <translation>{order}：正在打印装箱单</translation>
    </message>
    <message>
        <source>Without an A4 printer it lies in the documents.</source>
        <translation>没有 A4 打印机时在 documents 文件夹里。</translation>
    </message>
    <message>
        <source>Fetch it there, stick it on, scan it.</source>
        <translation>请到那里取面单，贴上并扫描。</translation>
    </message>
    <message>
        <source>{order} is parked</source>
        <translation>{order} 已挂起</translation>
    </message>
    <message>
        <source>Box {parcel} is open again</source>
        <translation>第 {parcel} 箱已重新打开</translation>
    </message>
    <message>
        <source>Its label is void. Destroy it.</source>
        <translation>原面单已作废，请销毁。</translation>
    </message>
    <message>
        <source>Weight is right: {grams} g</source>
        <translation>重量正确：{grams} 克</translation>
    </message>
    <message>
        <source>Wrong weight: {grams} g</source>
        <translation>重量不符：{grams} 克</translation>
    </message>
    <message>
        <source>Expected {expected} g ± {tolerance} g</source>
        <translation>应为 {expected} 克 ± {tolerance} 克</translation>
    </message>
    <message>
        <source>Weight: {grams} g</source>
        <translation>重量：{grams} 克</translation>
    </message>
    <message>
        <source>{sku} scanned twice?</source>
        <translation>{sku} 扫了两次？</translation>
    </message>
    <message>
        <source>The scale felt one {name}. Put in the other, or UNDO.</source>
        <translation>秤上只增加了一件 {name}。请放入另一件，或撤销。</translation>
    </message>
    <message>
        <source>Put in unscanned: {grams} g</source>
        <translation>有未扫描物品：{grams} 克</translation>
    </message>
    <message>
        <source>Looks like {name}. Take it out and scan it.</source>
        <translation>可能是 {name}。请取出并扫描。</translation>
    </message>
    <message>
        <source>{sku} is not in yet?</source>
        <translation>{sku} 还没放进去？</translation>
    </message>
    <message>
        <source>The scale felt no {name}. Put it in, or UNDO.</source>
        <translation>秤上没有增加 {name}。请放入，或撤销。</translation>
    </message>
    <message>
        <source>Taken out unscanned: {grams} g</source>
        <translation>有物品未扫描就取出：{grams} 克</translation>
    </message>
    <message>
        <source>Looks like {name}. Put it back in.</source>
        <translation>可能是 {name}。请放回去。</translation>
    </message>
    <message>
        <source>Still the last weight: {grams} g</source>
        <translation>仍是上一箱的重量：{grams} 克</translation>
    </message>
    <message>
        <source>Clear the scale, then put this box on it.</source>
        <translation>请清空秤盘，再放上这一箱。</translation>
    </message>
    <message>
        <source>{order} is done</source>
        <translation>{order} 已完成</translation>
    </message>
    <message>
        <source>Boxes: {parcels}</source>
        <translation>箱数：{parcels}</translation>
    </message>
    <message>
        <source>Right bin: {bin}</source>
        <translation>货位正确：{bin}</translation>
    </message>
    <message>
        <source>Scan the bin first</source>
        <translation>请先扫描货位</translation>
    </message>
    <message>
        <source>You should be at {wanted}.</source>
        <translation>应在 {wanted}。</translation>
    </message>
    <message>
        <source>WRONG ITEM: not {wanted}</source>
        <translation>扫错商品：不是 {wanted}</translation>
    </message>
    <message>
        <source>You scanned {sku} ({name}). Put it back.</source>
        <translation>您扫描的是 {sku}（{name}），请放回。</translation>
    </message>
    <message>
        <source>Put this {sku} back.</source>
        <translation>请把这件 {sku} 放回。</translation>
    </message>
    <message>
        <source>{sku} needs its lot</source>
        <translation>{sku} 需要批次</translation>
    </message>
    <message>
        <source>{sku} needs its date</source>
        <translation>{sku} 需要有效期</translation>
    </message>
    <message>
        <source>{sku} needs its serial number</source>
        <translation>{sku} 需要序列号</translation>
    </message>
    <message>
        <source>{sku}: ({ai}) in barcode wrong</source>
        <translation>{sku}：条码的 ({ai}) 项有误</translation>
    </message>
    <message>
        <source>Scan or type what is printed on the {sku}.</source>
        <translation>请扫描或输入 {sku} 上印刷的内容。</translation>
    </message>
    <message>
        <source>EXPIRED: lot {lot}</source>
        <translation>已过期：批次 {lot}</translation>
    </message>
    <message>
        <source>{sku} expired on {expiry}. Put it aside and take another lot.</source>
        <translation>{sku} 于 {expiry} 过期，请放到一边，换一个批次。</translation>
    </message>
    <message>
        <source>That is no date: {code}</source>
        <translation>不是日期：{code}</translation>
    </message>
    <message>
        <source>Type it as year-month-day.</source>
        <translation>请按“年-月-日”输入。</translation>
    </message>
    <message>
        <source>Serial number already scanned</source>
        <translation>序列号已扫描过</translation>
    </message>
    <message>
        <source>{serial} is counted. Scan another item.</source>
        <translation>{serial} 已计数，请扫描另一件。</translation>
    </message>
    <message>
        <source>{serial} is in stock at {bin}. Take another, or count here.</source>
        <translation>{serial} 账面在货位 {bin}。请另取一件，或盘点当前货位。</translation>
    </message>
    <message>
        <source>Its label says {scanned}, the master data {known}. Scan single units.</source>
        <translation>标签上是 {scanned} 件，资料里是 {known} 件。请逐件扫描。</translation>
    </message>
    <message>
        <source>{sku} is in {tote}</source>
        <translation>{sku} 已放入 {tote}</translation>
    </message>
    <message>
        <source>{tote} belongs to {order}</source>
        <translation>{tote} 属于 {order}</translation>
    </message>
    <message>
        <source>Take another tote.</source>
        <translation>请换一个周转箱。</translation>
    </message>
    <message>
        <source>Use {tote} instead of {wanted}?</source>
        <translation>用 {tote} 代替 {wanted}？</translation>
    </message>
    <message>
        <source>Scan {tote} again to use it.</source>
        <translation>再扫一次 {tote} 即可使用。</translation>
    </message>
    <message>
        <source>Put them in a tote first</source>
        <translation>请先放入周转箱</translation>
    </message>
    <message>
        <source>Units in your hand: {units}</source>
        <translation>手中件数：{units}</translation>
    </message>
    <message>
        <source>Nothing to pick for {order}</source>
        <translation>{order} 没有可拣的商品</translation>
    </message>
    <message>
        <source>Every line is short.</source>
        <translation>所有行都缺货。</translation>
    </message>
    <message>
        <source>Short: {sku}</source>
        <translation>缺货：{sku}</translation>
    </message>
    <message>
        <source>Needed: {wanted}</source>
        <translation>应拣：{wanted}</translation>
    </message>
    <message>
        <source>Short: {sku}, {found} of {wanted}</source>
        <translation>缺货：{sku}，{found}/{wanted}</translation>
    </message>
    <message>
        <source>Which one is damaged?</source>
        <translation>哪一件破损？</translation>
    </message>
    <message>
        <source>Skipped, comes last: {sku}</source>
        <translation>已跳过，最后再拣：{sku}</translation>
    </message>
    <message>
        <source>{order} is picked</source>
        <translation>{order} 拣货完成</translation>
    </message>
    <message>
        <source>Tote {tote} goes to packing.</source>
        <translation>请把周转箱 {tote} 送到打包台。</translation>
    </message>
    <message>
        <source>Read: {code}</source>
        <translation>已读取：{code}</translation>
    </message>
    <message>
        <source>Scanner {device} is set up</source>
        <translation>扫描枪 {device} 已设置好</translation>
    </message>
    <message>
        <source>Test label sent</source>
        <translation>测试标签已发送</translation>
    </message>
    <message>
        <source>{step}: in order</source>
        <translation>{step}：正常</translation>
    </message>
    <message>
        <source>{step}: not in order</source>
        <translation>{step}：异常</translation>
    </message>
    <message>
        <source>The self-test has begun</source>
        <translation>自检已开始</translation>
    </message>
    <message>
        <source>Self-test passed in {seconds} s</source>
        <translation>自检通过，用时 {seconds} 秒</translation>
    </message>
    <message>
        <source>Self-test not passed</source>
        <translation>自检未通过</translation>
    </message>
    <message>
        <source>Not in order: {steps}</source>
        <translation>异常项目：{steps}</translation>
    </message>
    <message>
        <source>Scale told to zero</source>
        <translation>已请求置零</translation>
    </message>
    <message>
        <source>Connect {what} first</source>
        <translation>请先连接{what}</translation>
    </message>
    <message>
        <source>Stock-taking</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Counting {bin}</source>
        <translation>正在盘点 {bin}</translation>
    </message>
    <message>
        <source>{sku}: {counted} counted</source>
        <translation>{sku}：已数 {counted}</translation>
    </message>
    <message>
        <source>Finish {bin} first</source>
        <translation>请先完成 {bin}</translation>
    </message>
    <message>
        <source>OK = all is counted. CLEAR = leave it.</source>
        <translation>确定 = 已全部数完，清除 = 放弃。</translation>
    </message>
    <message>
        <source>{bin} is right: {counted}</source>
        <translation>{bin} 无误：{counted}</translation>
    </message>
    <message>
        <source>{bin} is not as expected</source>
        <translation>{bin} 与账面不符</translation>
    </message>
    <message>
        <source>Count again: {skus}</source>
        <translation>请重新清点：{skus}</translation>
    </message>
    <message>
        <source>Moved meanwhile. Count again:</source>
        <translation>盘点期间库存有变动，请重新清点：</translation>
    </message>
    <message>
        <source>{bin} is recorded</source>
        <translation>{bin} 已记录</translation>
    </message>
    <message>
        <source>Why does {bin} differ?</source>
        <translation>{bin} 为何有差异？</translation>
    </message>
    <message>
        <source>Choose 0 to {most}</source>
        <translation>请选 0 到 {most}</translation>
    </message>
    <message>
        <source>No count waits</source>
        <translation>没有待盘点任务</translation>
    </message>
    <message>
        <source>Somebody else must count {bin}</source>
        <translation>{bin} 须由他人复盘</translation>
    </message>
    <message>
        <source>You have counted it, and it differs by much.</source>
        <translation>您已盘过，且差异较大。</translation>
    </message>
    <message>
        <source>{bin} waits for another person</source>
        <translation>{bin} 等待他人复盘</translation>
    </message>
    <message>
        <source>It differs by much. Nothing is recorded yet.</source>
        <translation>差异较大，尚未记录。</translation>
    </message>
    <message>
        <source>Count {sku} in {bin}</source>
        <translation>盘点 {bin} 的 {sku}</translation>
    </message>
    <message>
        <source>Count all of {bin}</source>
        <translation>整个盘点 {bin}</translation>
    </message>
    <message>
        <source>How many {sku} are there?</source>
        <translation>{sku} 有多少件？</translation>
    </message>
    <message>
        <source>Type the number, then OK; none = 0. Or scan them.</source>
        <translation>输入数量再按 OK，没有则输入 0；也可逐件扫描。</translation>
    </message>
    <message>
        <source>{sku}: scan each lot</source>
        <translation>{sku}：请按批次扫描</translation>
    </message>
    <message>
        <source>Type the number of a lot, then scan one unit of it.</source>
        <translation>输入该批次的数量，再扫描其中一件。</translation>
    </message>
    <message>
        <source>{bin} is the wrong bin</source>
        <translation>{bin} 货位不对</translation>
    </message>
    <message>
        <source>Count {wanted}. CLEAR = leave this count.</source>
        <translation>请盘点 {wanted}。CLEAR = 放弃本次盘点。</translation>
    </message>
    <message>
        <source>{sku} is not counted now</source>
        <translation>现在不盘点 {sku}</translation>
    </message>
    <message>
        <source>Count only {wanted}.</source>
        <translation>只盘点 {wanted}。</translation>
    </message>
    <message>
        <source>Another bench counts this</source>
        <translation>其他工位正在盘点</translation>
    </message>
    <message>
        <source>Nothing was recorded. OK = go on.</source>
        <translation>未作任何记录。OK = 继续。</translation>
    </message>
    <message>
        <source>{bin} is left to others</source>
        <translation>{bin} 留给他人处理</translation>
    </message>
    <message>
        <source>Leave {bin} unrecorded?</source>
        <translation>放弃 {bin}，不作记录？</translation>
    </message>
    <message>
        <source>{bin} left, nothing recorded</source>
        <translation>已放弃 {bin}，未作记录</translation>
    </message>
    <message>
        <source>That label is of another product</source>
        <translation>这个标签属于其他商品</translation>
    </message>
    <message>
        <source>Scan the label of the {sku} in your hand.</source>
        <translation>请扫描手中 {sku} 的标签。</translation>
    </message>
    <message>
        <source>It read {code}, the bin holds lot {lot}. Show the scanner its set-up sheet, or type the lot.</source>
        <translation>读到 {code}，而货位上的批号是 {lot}。请用设置单检查扫描枪，或手工输入批号。</translation>
    </message>
    <message>
        <source>Scan the label itself, when it is on the box.</source>
        <translation>面单贴到箱上后，请扫描面单本身。</translation>
    </message>
    <message>
        <source>OLD LABEL: copy {copy} of {wanted}</source>
        <translation>旧面单：第 {copy} 张，共 {wanted} 张</translation>
    </message>
    <message>
        <source>Take it off, destroy it, and scan the newest one on the box.</source>
        <translation>请撕下并销毁，再扫描箱上最新的面单。</translation>
    </message>
    <message>
        <source>{operator} is here</source>
        <translation>{operator} 已到场</translation>
    </message>
    <message>
        <source>OK = accept. The packer stays signed in.</source>
        <translation>确定 = 认可。打包员仍在岗。</translation>
    </message>
    <message>
        <source>{order} has several boxes</source>
        <translation>{order} 有多个箱子</translation>
    </message>
    <message>
        <source>Scan the label of the one to open.</source>
        <translation>请扫描要打开的箱子的面单。</translation>
    </message>
    <message>
        <source>{order} goes on</source>
        <translation>{order} 继续</translation>
    </message>
    <message>
        <source>What stopped it is over.</source>
        <translation>暂停已解除。</translation>
    </message>
    <message>
        <source>{reason}. Take the parcel back to packing.</source>
        <translation>{reason}。请送回打包台。</translation>
    </message>
    <message>
        <source>STOP: {order} was changed</source>
        <translation>停止：{order} 已改单</translation>
    </message>
    <message>
        <source>Too much is in it. Take the parcel back to packing.</source>
        <translation>箱内商品过多，请送回打包台。</translation>
    </message>
    <message>
        <source>STOP: {order} is collected here</source>
        <translation>停：{order} 是自提订单</translation>
    </message>
    <message>
        <source>It goes on no truck. Put it back on its shelf.</source>
        <translation>不能装车，请放回自提货架。</translation>
    </message>
    <message>
        <source>STOP: void label on {order}</source>
        <translation>停止：{order} 的面单已作废</translation>
    </message>
    <message>
        <source>Its box has a new label. Find that, destroy this.</source>
        <translation>该箱已有新面单。请找到新的，销毁此张。</translation>
    </message>
    <message>
        <source>Load {load} is open again</source>
        <translation>车次 {load} 已重新打开</translation>
    </message>
    <message>
        <source>The manifest is void. Destroy it.</source>
        <translation>交接清单作废，请销毁。</translation>
    </message>
    <message>
        <source>Load {load} has left</source>
        <translation>车次 {load} 已发车</translation>
    </message>
    <message>
        <source>Nothing goes on it any more.</source>
        <translation>不能再装车。</translation>
    </message>
    <message>
        <source>{order} left with {load}</source>
        <translation>{order} 已随 {load} 发出</translation>
    </message>
    <message>
        <source>Why is it back? A supervisor decides.</source>
        <translation>为何退回？由主管决定。</translation>
    </message>
    <message>
        <source>{order} is here again</source>
        <translation>{order} 已回到仓库</translation>
    </message>
    <message>
        <source>It can go with another load.</source>
        <translation>可装其他车次。</translation>
    </message>
    <message>
        <source>{missing} {missing:parcel is|parcels are} missing</source>
        <translation>还缺 {missing} 个包裹</translation>
    </message>
    <message>
        <source>Orders not packed yet: {orders}</source>
        <translation>还有 {orders} 单没有打包</translation>
    </message>
    <message>
        <source>{names}. OK = leave without them. UNDO = wait.</source>
        <translation>{names}。“确定”=不等，“撤销”=等待。</translation>
    </message>
    <message>
        <source>Has it not left yet? Open it again.</source>
        <translation>还没发车？可重新打开。</translation>
    </message>
    <message>
        <source>{lines} {lines:line is|lines are} still open</source>
        <translation>还有 {lines} 行未完成</translation>
    </message>
    <message>
        <source>Box {parcel} is {carton} now</source>
        <translation>第 {parcel} 箱改用 {carton}</translation>
    </message>
    <message>
        <source>Move everything into it.</source>
        <translation>请把商品全部移入。</translation>
    </message>
    <message>
        <source>Tote {tote} is missing</source>
        <translation>缺周转箱 {tote}</translation>
    </message>
    <message>
        <source>The order has goods in it, too. Fetch and scan it.</source>
        <translation>该单还有商品在里面，请取来并扫描。</translation>
    </message>
    <message>
        <source>Tote {tote} is here</source>
        <translation>周转箱 {tote} 已到</translation>
    </message>
    <message>
        <source>Packed without tote {tote}</source>
        <translation>未用周转箱 {tote} 继续打包</translation>
    </message>
    <message>
        <source>What is in it stays missing.</source>
        <translation>箱内商品仍缺。</translation>
    </message>
    <message>
        <source>It stands on {shelf}.</source>
        <translation>在货架 {shelf} 上。</translation>
    </message>
    <message>
        <source>Read this before {sku} goes in</source>
        <translation>装入 {sku} 前请阅读</translation>
    </message>
    <message>
        <source>OK = read.</source>
        <translation>确定 = 已阅读。</translation>
    </message>
    <message>
        <source>Note is read</source>
        <translation>备注已阅读</translation>
    </message>
    <message>
        <source>Read the note first</source>
        <translation>请先阅读备注</translation>
    </message>
    <message>
        <source>OK = read. The scan was not counted.</source>
        <translation>确定 = 已阅读。本次扫描未计入。</translation>
    </message>
    <message>
        <source>Nothing is to be replaced</source>
        <translation>没有可替换的缺货</translation>
    </message>
    <message>
        <source>A substitute needs a line that is short.</source>
        <translation>只有缺货行可以替换。</translation>
    </message>
    <message>
        <source>Add something free?</source>
        <translation>加赠商品？</translation>
    </message>
    <message>
        <source>A supervisor decides.</source>
        <translation>由主管决定。</translation>
    </message>
    <message>
        <source>Send something else for {sku}?</source>
        <translation>用其他商品替换 {sku}？</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>已允许</translation>
    </message>
    <message>
        <source>From which bin is {sku}?</source>
        <translation>{sku} 来自哪个库位？</translation>
    </message>
    <message>
        <source>No {sku} in {bin}</source>
        <translation>库位 {bin} 没有 {sku}</translation>
    </message>
    <message>
        <source>Scan the bin it came from.</source>
        <translation>请扫描取货的库位。</translation>
    </message>
    <message>
        <source>Not short any more: {sku}, {units}</source>
        <translation>不再缺货：{sku}，{units} 件</translation>
    </message>
    <message>
        <source>Put it into {bin}, scan that bin.</source>
        <translation>放入 {bin}，并扫描该库位。</translation>
    </message>
    <message>
        <source>Not damaged: {units} × {sku}</source>
        <translation>未破损：{units} × {sku}</translation>
    </message>
    <message>
        <source>Take it out of the damaged goods again.</source>
        <translation>请从残次品中取回。</translation>
    </message>
    <message>
        <source>Damaged: {sku}. Fetch another?</source>
        <translation>{sku} 破损，另取一件？</translation>
    </message>
    <message>
        <source>In stock: {units}. Put the damaged one on its shelf.</source>
        <translation>库存 {units} 件。破损件请放到破损货架。</translation>
    </message>
    <message>
        <source>Another {sku} will be picked</source>
        <translation>将补拣一件 {sku}</translation>
    </message>
    <message>
        <source>Pack the rest meanwhile.</source>
        <translation>请先打包其余商品。</translation>
    </message>
    <message>
        <source>{sku} is still being picked</source>
        <translation>{sku} 正在补拣</translation>
    </message>
    <message>
        <source>Put the order on a shelf until it comes.</source>
        <translation>请先把该单放到货架上等待。</translation>
    </message>
    <message>
        <source>{sku} is not picked yet</source>
        <translation>{sku} 尚未拣到</translation>
    </message>
    <message>
        <source>A picker brings it. Put this one aside.</source>
        <translation>拣货员会送来。这一件请放一边。</translation>
    </message>
    <message>
        <source>Open box {parcel} again?</source>
        <translation>重新打开第 {parcel} 箱？</translation>
    </message>
    <message>
        <source>Its label becomes void. A supervisor decides.</source>
        <translation>面单将作废，由主管决定。</translation>
    </message>
    <message>
        <source>Its label is void. Tear it off and destroy it.</source>
        <translation>面单已作废，请撕下销毁。</translation>
    </message>
    <message>
        <source>New label for box {parcel}</source>
        <translation>第 {parcel} 箱换新面单</translation>
    </message>
    <message>
        <source>Destroy the old label, stick the new one on.</source>
        <translation>销毁旧面单，贴上新面单。</translation>
    </message>
    <message>
        <source>The box is closed</source>
        <translation>箱子已封</translation>
    </message>
    <message>
        <source>UNDO opens it again.</source>
        <translation>撤销可重新打开。</translation>
    </message>
    <message>
        <source>That is no shelf: {code}</source>
        <translation>这不是货架：{code}</translation>
    </message>
    <message>
        <source>Scan the shelf, or OK to leave it here.</source>
        <translation>请扫描货架；确定 = 留在本台。</translation>
    </message>
    <message>
        <source>STOP: {order} goes with {carrier} now</source>
        <translation>停止：{order} 改走 {carrier}</translation>
    </message>
    <message>
        <source>It needs a new label, at packing.</source>
        <translation>请送回打包台换新面单。</translation>
    </message>
    <message>
        <source>STOP: {order} is on hold</source>
        <translation>停止：{order} 已暂停</translation>
    </message>
    <message>
        <source>{reason}. Put it on a shelf; it goes on by itself.</source>
        <translation>{reason}。请放到货架上，解除后自动继续。</translation>
    </message>
    <message>
        <source>STOP: take {units} × {sku} out</source>
        <translation>停止：取出 {units} 件 {sku}</translation>
    </message>
    <message>
        <source>{order} was changed. Scan what you take out.</source>
        <translation>{order} 已改单。请扫描取出的商品。</translation>
    </message>
    <message>
        <source>WRONG {sku}: {scanned}</source>
        <translation>{sku} 不对：{scanned}</translation>
    </message>
    <message>
        <source>Picked for this order: {picked}. Put this one aside.</source>
        <translation>本单拣的是 {picked}。请把这一件放一边。</translation>
    </message>
    <message>
        <source>This label is not printed yet</source>
        <translation>此面单尚未打印</translation>
    </message>
    <message>
        <source>Not the same unit: {scanned}</source>
        <translation>不是同一件：{scanned}</translation>
    </message>
    <message>
        <source>It was {known}. One {sku} at a time; Undo begins again.</source>
        <translation>之前是 {known}。{sku} 请一件一件扫；撤销可重来。</translation>
    </message>
    <message>
        <source>Scanner loses the code&apos;s separator</source>
        <translation>扫描枪丢失了条码中的分隔符</translation>
    </message>
    <message>
        <source>Good only until {expiry}: {sku}</source>
        <translation>{sku}只保到{expiry}</translation>
    </message>
    <message>
        <source>The order needs {days} more good {days:day|days}. Take a fresher lot.</source>
        <translation>订单要求剩余保质期至少{days}天。请拿更新鲜的批次。</translation>
    </message>
    <message>
        <source>WRONG LOT: {lot}</source>
        <translation>批次不对：{lot}</translation>
    </message>
    <message>
        <source>The order wants lot {wanted} of {sku}.</source>
        <translation>订单要{sku}的批次{wanted}。</translation>
    </message>
    <message>
        <source>WRONG UNIT: {serial}</source>
        <translation>序列号不对：{serial}</translation>
    </message>
    <message>
        <source>The order wants the unit {wanted}.</source>
        <translation>订单指定序列号{wanted}。</translation>
    </message>
    <message>
        <source>{sku} here belongs to {owner}</source>
        <translation>这里的{sku}属于{owner}</translation>
    </message>
    <message>
        <source>The order does not get that owner&apos;s goods.</source>
        <translation>该订单不能用这个货主的货。</translation>
    </message>
    <message>
        <source>{sku} here is not {owner}&apos;s</source>
        <translation>这里的{sku}不是{owner}的</translation>
    </message>
    <message>
        <source>The order gets goods of {owner} only.</source>
        <translation>该订单只用货主{owner}的货。</translation>
    </message>
    <message>
        <source>Damaged: {units} × {sku}</source>
        <translation>破损：{units} × {sku}</translation>
    </message>
    <message>
        <source>Put it to the damaged goods, scan that bin.</source>
        <translation>放到残次品区，并扫描该库位。</translation>
    </message>
    <message>
        <source>{sku} is a set</source>
        <translation>{sku} 是套装</translation>
    </message>
    <message>
        <source>Scan its parts one by one.</source>
        <translation>请逐件扫描套装内的商品。</translation>
    </message>
    <message>
        <source>Serial number is elsewhere</source>
        <translation>序列号在别处</translation>
    </message>
    <message>
        <source>Serial number already picked</source>
        <translation>序列号已被拣走</translation>
    </message>
    <message>
        <source>{serial} was picked for {order}. Put it aside.</source>
        <translation>{serial} 已为订单 {order} 拣货。请放到一边。</translation>
    </message>
    <message>
        <source>Serial number already packed</source>
        <translation>序列号已装箱</translation>
    </message>
    <message>
        <source>{serial} is packed in {order}. Put it aside.</source>
        <translation>{serial} 已装入订单 {order} 的箱子。请放到一边。</translation>
    </message>
    <message>
        <source>Serial number already shipped</source>
        <translation>序列号已出库</translation>
    </message>
    <message>
        <source>{serial} was shipped on {date} with {order}. Put it aside.</source>
        <translation>{serial} 已于 {date} 随订单 {order} 出库。请放到一边。</translation>
    </message>
    <message>
        <source>Serial number came back</source>
        <translation>序列号已退回</translation>
    </message>
    <message>
        <source>{serial} is in the returned box of {order}. Open that box first.</source>
        <translation>{serial} 在订单 {order} 的退回箱里。请先打开那个箱子。</translation>
    </message>
    <message>
        <source>While you learn, nothing is counted by number.</source>
        <translation>培训期间须逐件扫描，不能输入数量。</translation>
    </message>
    <message>
        <source>{level} = {units}, {most} wanted</source>
        <translation>{level} = {units} 件，只要 {most} 件</translation>
    </message>
    <message>
        <source>Open it, and scan single units of {sku}.</source>
        <translation>拆箱，逐件扫描 {sku}。</translation>
    </message>
    <message>
        <source>Open it: scan each {sku}</source>
        <translation>拆箱，逐件扫描 {sku}</translation>
    </message>
    <message>
        <source>Every unit in it has a serial number of its own.</source>
        <translation>每件都有自己的序列号，整箱扫描不能代替。</translation>
    </message>
    <message>
        <source>{known} or {scanned} in it?</source>
        <translation>装 {known} 件还是 {scanned} 件？</translation>
    </message>
    <message>
        <source>Scan one single unit</source>
        <translation>请扫描单件</translation>
    </message>
    <message>
        <source>Only one {sku} at a time, no pack.</source>
        <translation>{sku} 一次只能一件，不能整箱。</translation>
    </message>
    <message>
        <source>Scan the label&apos;s square code</source>
        <translation>请扫描面单上的二维码</translation>
    </message>
    <message>
        <source>Or the small barcode above it. Only copy {copy} is right; destroy the others.</source>
        <translation>或其上方的小条码。只有第 {copy} 张有效，其余请销毁。</translation>
    </message>
    <message>
        <source>Found: {sku}, {done} of {wanted}</source>
        <translation>已找到：{sku}，{done}/{wanted}</translation>
    </message>
    <message>
        <source>{order} is done. Put goods back</source>
        <translation>{order} 完成。请放回商品</translation>
    </message>
    <message>
        <source>{units} × {sku} is not wanted any more. Scan the tote to put it back.</source>
        <translation>不再需要 {units} 件 {sku}。扫描周转箱放回。</translation>
    </message>
    <message>
        <source>{order}: other quantities now</source>
        <translation>{order}：数量已改</translation>
    </message>
    <message>
        <source>The list shows what is wanted.</source>
        <translation>以列表数量为准。</translation>
    </message>
    <message>
        <source>{sku} is not wanted any more</source>
        <translation>{sku} 已不需要</translation>
    </message>
    <message>
        <source>The order was changed. Leave this one in the tote.</source>
        <translation>订单已改。请把这一件留在周转箱里。</translation>
    </message>
    <message>
        <source>{count} {count:order has|orders have} this code. Type the whole number.</source>
        <translation>有 {count} 个订单使用此条码，请输入完整单号。</translation>
    </message>
    <message>
        <source>{order} is cancelled. Put back: {places}</source>
        <translation>{order} 已取消。请放回：{places}</translation>
    </message>
    <message>
        <source>Then scan tote {tote} again. ? = count the bin.</source>
        <translation>放完后再扫一次空周转箱 {tote}。“?”表示请盘点货位。</translation>
    </message>
    <message>
        <source>Tote {tote} is free</source>
        <translation>周转箱 {tote} 已空出</translation>
    </message>
    <message>
        <source>Asking for {order} ...</source>
        <translation>正在申请 {order}…</translation>
    </message>
    <message>
        <source>It opens in a moment. No answer? Scan it again.</source>
        <translation>稍后自动打开。没有回应请再扫一次。</translation>
    </message>
    <message>
        <source>{order} is reserved for station {station}</source>
        <translation>{order} 已预留给工位 {station}</translation>
    </message>
    <message>
        <source>Do not pick it. It opens here if {station} gives it back.</source>
        <translation>请勿拣货。工位 {station} 释放后会在此打开。</translation>
    </message>
    <message>
        <source>{order} is this station&apos;s now</source>
        <translation>{order} 现由本工位处理</translation>
    </message>
    <message>
        <source>{order}: none left of {skus}</source>
        <translation>{order}：{skus} 已无可用库存</translation>
    </message>
    <message>
        <source>It is short. Pick the rest.</source>
        <translation>按缺货处理，请拣其余商品。</translation>
    </message>
    <message>
        <source>{order} waits for stock</source>
        <translation>{order} 等待补货</translation>
    </message>
    <message>
        <source>Nothing there of: {skus}</source>
        <translation>无库存：{skus}</translation>
    </message>
    <message>
        <source>WRONG BIN: go to {wanted}</source>
        <translation>库位不对：请去 {wanted}</translation>
    </message>
    <message>
        <source>This is {bin}.</source>
        <translation>这里是 {bin}。</translation>
    </message>
    <message>
        <source>WRONG BIN: go back to {wanted}</source>
        <translation>库位不对：请回到 {wanted}</translation>
    </message>
    <message>
        <source>{sku} lies in {bin}?</source>
        <translation>{sku} 在货位 {bin}？</translation>
    </message>
    <message>
        <source>Scan bin {bin} again to pick it from there.</source>
        <translation>再扫一次货位 {bin}，即从该货位拣货。</translation>
    </message>
    <message>
        <source>By the books: {known} in {bin}</source>
        <translation>{bin} 账面只有 {known} 件</translation>
    </message>
    <message>
        <source>More {sku} from this bin? Scan the item again.</source>
        <translation>确实要从此货位多拣 {sku}？请再扫一次商品。</translation>
    </message>
    <message>
        <source>{sku} is not short: pick it</source>
        <translation>{sku} 不缺货：请拣货</translation>
    </message>
    <message>
        <source>The shop has changed {order}</source>
        <translation>店铺已更改 {order}</translation>
    </message>
    <message>
        <source>Your walk has the new numbers.</source>
        <translation>拣货路线已按新数量更新。</translation>
    </message>
    <message>
        <source>STOP: put {units} back into {bin}</source>
        <translation>停！请将 {units} 件放回 {bin}</translation>
    </message>
    <message>
        <source>{order} must not go on. OK when they are back.</source>
        <translation>{order} 不能继续。放回后按“确定”。</translation>
    </message>
    <message>
        <source>STOP: another station has {order}</source>
        <translation>停！{order} 由其他工位处理</translation>
    </message>
    <message>
        <source>Leave it: OK.</source>
        <translation>请退出：按“确定”。</translation>
    </message>
    <message>
        <source>Put tote {tote} back</source>
        <translation>请将周转箱 {tote} 中的商品放回</translation>
    </message>
    <message>
        <source>Scan the tote: it says where its units belong.</source>
        <translation>请扫描该周转箱，系统会提示放回的货位。</translation>
    </message>
    <message>
        <source>{wanted} of {wanted} {wanted:is|are} picked</source>
        <translation>{wanted} 件已全部拣完</translation>
    </message>
    <message>
        <source>{units} damaged in {bin}</source>
        <translation>{units} 件残次品已放入 {bin}</translation>
    </message>
    <message>
        <source>{bin} is being filled</source>
        <translation>{bin} 正在补货</translation>
    </message>
    <message>
        <source>Pick the rest first. SHORT again = it never comes.</source>
        <translation>先拣其余货物。再按缺货 = 确实没有。</translation>
    </message>
    <message>
        <source>Not for sale: {status}</source>
        <translation>不可销售：{status}</translation>
    </message>
    <message>
        <source>Put this {sku} back into {bin}.</source>
        <translation>把这件 {sku} 放回 {bin}。</translation>
    </message>
    <message>
        <source>Touch it, or type its number</source>
        <translation>点按钮或输入编号</translation>
    </message>
    <message>
        <source>A supervisor signs it</source>
        <translation>由主管确认</translation>
    </message>
    <message>
        <source>Decided: {decision}</source>
        <translation>已决定：{decision}</translation>
    </message>
    <message>
        <source>{operator} solved it {minutes} min ago</source>
        <translation>{operator} {minutes} 分钟前已处理</translation>
    </message>
    <message>
        <source>Decided: {decision}. Nothing is left to do here.</source>
        <translation>处理方式：{decision}。这里不用再做什么。</translation>
    </message>
    <message>
        <source>Over since {minutes} min</source>
        <translation>{minutes} 分钟前已结束</translation>
    </message>
    <message>
        <source>The work itself has ended it.</source>
        <translation>相关作业完成后已自动结束。</translation>
    </message>
    <message>
        <source>Not for this: {decision}</source>
        <translation>此异常不能选：{decision}</translation>
    </message>
    <message>
        <source>Choose what the card offers.</source>
        <translation>请选择卡片上的处理方式。</translation>
    </message>
    <message>
        <source>{code} is not known here</source>
        <translation>这里没有 {code}</translation>
    </message>
    <message>
        <source>Only accepting it is possible.</source>
        <translation>只能选择“无需处理”。</translation>
    </message>
    <message>
        <source>No {sku} to pick</source>
        <translation>{sku} 没有可拣库存</translation>
    </message>
    <message>
        <source>Nearest is {bin} ({units}), and nobody may pick there.</source>
        <translation>最近的是 {bin}（{units} 件），但该库位不可拣。</translation>
    </message>
    <message>
        <source>Nobody has any {sku}</source>
        <translation>{sku} 全仓无货</translation>
    </message>
    <message>
        <source>Ship without, hold the order, or wait for goods.</source>
        <translation>缺货先发、暂扣订单，或等待到货。</translation>
    </message>
    <message>
        <source>{order} is short of nothing</source>
        <translation>{order} 不缺货</translation>
    </message>
    <message>
        <source>Accept it: it has been put right.</source>
        <translation>选择“无需处理”：问题已解决。</translation>
    </message>
    <message>
        <source>{order} is open at {station}</source>
        <translation>{order} 正在 {station} 作业</translation>
    </message>
    <message>
        <source>Decide when that bench has left it.</source>
        <translation>等该工作台退出后再决定。</translation>
    </message>
    <message>
        <source>Too late for {order}</source>
        <translation>{order} 已来不及处理</translation>
    </message>
    <message>
        <source>It is packed, gone or cancelled.</source>
        <translation>订单已打包、已出库或已取消。</translation>
    </message>
    <message>
        <source>{order} is held already</source>
        <translation>{order} 已被暂扣</translation>
    </message>
    <message>
        <source>The shop holds {order}</source>
        <translation>{order} 被店铺暂扣</translation>
    </message>
    <message>
        <source>Only the shop lets it go: {reason}</source>
        <translation>只有店铺可以放行：{reason}</translation>
    </message>
    <message>
        <source>Nobody holds {order}</source>
        <translation>{order} 没有被暂扣</translation>
    </message>
    <message>
        <source>{order} wants everything or nothing</source>
        <translation>{order} 要求整单发货</translation>
    </message>
    <message>
        <source>Pick again, or hold the order.</source>
        <translation>重新拣货，或暂扣订单。</translation>
    </message>
    <message>
        <source>All of {order} is short</source>
        <translation>{order} 全部缺货</translation>
    </message>
    <message>
        <source>There is nothing to ship.</source>
        <translation>没有可发的货。</translation>
    </message>
    <message>
        <source>Nothing to put back for {order}</source>
        <translation>{order} 没有要放回的货</translation>
    </message>
    <message>
        <source>No bin is in doubt</source>
        <translation>没有存疑的库位</translation>
    </message>
    <message>
        <source>Where it was missed has been counted.</source>
        <translation>缺货的库位已经盘点过。</translation>
    </message>
    <message>
        <source>No box of it is here</source>
        <translation>这里没有它的箱子</translation>
    </message>
    <message>
        <source>It has left, or was given up.</source>
        <translation>箱子已出库，或已作废。</translation>
    </message>
    <message>
        <source>{code}: nothing more to see</source>
        <translation>{code}：没有更多内容</translation>
    </message>
    <message>
        <source>The row says all that is known here.</source>
        <translation>这里知道的都在这一行。</translation>
    </message>
    <message>
        <source>Moving goods</source>
        <translation>移库</translation>
    </message>
    <message>
        <source>From {bin}</source>
        <translation>从 {bin} 取</translation>
    </message>
    <message>
        <source>{sku}: {units} in hand</source>
        <translation>{sku}：已取 {units} 件</translation>
    </message>
    <message>
        <source>All of {bin}: {units}</source>
        <translation>{bin} 全部：{units} 件</translation>
    </message>
    <message>
        <source>Which {sku}?</source>
        <translation>哪一种 {sku}？</translation>
    </message>
    <message>
        <source>Not all of it is alike. Choose from the list.</source>
        <translation>货物不完全相同，请从列表中选择。</translation>
    </message>
    <message>
        <source>Scan each {sku}</source>
        <translation>请逐件扫描 {sku}</translation>
    </message>
    <message>
        <source>{units} lie there, {known} serial numbers are known here.</source>
        <translation>库位内有 {units} 件，此处已知序列号 {known} 个。</translation>
    </message>
    <message>
        <source>{bin} is empty</source>
        <translation>{bin} 是空的</translation>
    </message>
    <message>
        <source>Only {known} in {bin}</source>
        <translation>{bin} 只有 {known} 件</translation>
    </message>
    <message>
        <source>If there are more of {sku}, count the bin first.</source>
        <translation>如果 {sku} 实际更多，请先盘点此库位。</translation>
    </message>
    <message>
        <source>{bin} has no such {sku}</source>
        <translation>{bin} 没有这种 {sku}</translation>
    </message>
    <message>
        <source>If it lies there, count the bin first.</source>
        <translation>如果实物在这里，请先盘点此库位。</translation>
    </message>
    <message>
        <source>Scan the goods first</source>
        <translation>请先扫描货物</translation>
    </message>
    <message>
        <source>{bin} once more = all of it.</source>
        <translation>再扫一次 {bin} = 全部。</translation>
    </message>
    <message>
        <source>What becomes of them?</source>
        <translation>这些货物改成什么状态？</translation>
    </message>
    <message>
        <source>Nothing else is possible</source>
        <translation>没有可改的状态</translation>
    </message>
    <message>
        <source>The goods are {status}, or not all alike.</source>
        <translation>货物为{status}，或状态不一致。</translation>
    </message>
    <message>
        <source>Why {status}?</source>
        <translation>为什么{status}？</translation>
    </message>
    <message>
        <source>They become: {status}</source>
        <translation>状态改为：{status}</translation>
    </message>
    <message>
        <source>Scan where they go. OK = they stay.</source>
        <translation>扫描放置的库位。OK = 留在原位。</translation>
    </message>
    <message>
        <source>{units} now in {bin}</source>
        <translation>{units} 件已在 {bin}</translation>
    </message>
    <message>
        <source>{units} in {bin}: {status}</source>
        <translation>{bin} 的 {units} 件：{status}</translation>
    </message>
    <message>
        <source>{units} of {bin} written off</source>
        <translation>{bin} 的 {units} 件已报废</translation>
    </message>
    <message>
        <source>{units} back in {bin}</source>
        <translation>{units} 件已回到 {bin}</translation>
    </message>
    <message>
        <source>{units} in {bin}: {status} again</source>
        <translation>{bin} 中 {units} 件恢复为：{status}</translation>
    </message>
    <message>
        <source>Written off stays written off</source>
        <translation>报废不能撤销</translation>
    </message>
    <message>
        <source>If the goods are there, count the bin.</source>
        <translation>若货品还在，请盘点该库位。</translation>
    </message>
    <message>
        <source>Another person changed that</source>
        <translation>状态由他人变更</translation>
    </message>
    <message>
        <source>Change the status again and say why.</source>
        <translation>请重新变更状态并说明原因。</translation>
    </message>
    <message>
        <source>{bin} is locked</source>
        <translation>{bin} 已锁定</translation>
    </message>
    <message>
        <source>{because}. Choose another bin.</source>
        <translation>{because}。请换一个库位。</translation>
    </message>
    <message>
        <source>{bin} does not take these</source>
        <translation>{bin} 不放这类货物</translation>
    </message>
    <message>
        <source>The goods are {status}. Choose another bin.</source>
        <translation>货物为{status}。请换一个库位。</translation>
    </message>
    <message>
        <source>{bin} belongs to {owner}</source>
        <translation>{bin} 属于 {owner}</translation>
    </message>
    <message>
        <source>Choose another bin.</source>
        <translation>请换一个库位。</translation>
    </message>
    <message>
        <source>{bin} holds {other} alone</source>
        <translation>{bin} 只放 {other}</translation>
    </message>
    <message>
        <source>{bin} takes {units} more</source>
        <translation>{bin} 还能放 {units} 件</translation>
    </message>
    <message>
        <source>UNDO, take fewer, or choose another bin.</source>
        <translation>按 UNDO 少取一些，或换一个库位。</translation>
    </message>
    <message>
        <source>Leave it in {bin}?</source>
        <translation>留在 {bin}？</translation>
    </message>
    <message>
        <source>Nothing moved from {bin}</source>
        <translation>{bin} 没有移动</translation>
    </message>
    <message>
        <source>Put everything back there.</source>
        <translation>请全部放回原位。</translation>
    </message>
    <message>
        <source>No task waits</source>
        <translation>没有待办任务</translation>
    </message>
    <message>
        <source>Scan a bin to move something else.</source>
        <translation>扫描库位以移动其他货物。</translation>
    </message>
    <message>
        <source>{units} × {sku} from {bin}</source>
        <translation>从 {bin} 取 {units} × {sku}</translation>
    </message>
    <message>
        <source>{bin} has {units} more</source>
        <translation>{bin} 增加 {units} 件</translation>
    </message>
    <message>
        <source>STOP: another bench does it</source>
        <translation>停：另一工位正在做</translation>
    </message>
    <message>
        <source>Put everything back. OK = another task.</source>
        <translation>请全部放回。OK = 另一个任务。</translation>
    </message>
    <message>
        <source>Task for {bin} left</source>
        <translation>已放下 {bin} 的任务</translation>
    </message>
    <message>
        <source>Put everything back. Somebody else does it.</source>
        <translation>请全部放回，由他人完成。</translation>
    </message>
    <message>
        <source>Wrong bin: {bin}</source>
        <translation>库位不对：{bin}</translation>
    </message>
    <message>
        <source>The goods lie in {wanted}.</source>
        <translation>货物在 {wanted}。</translation>
    </message>
    <message>
        <source>The goods go to {wanted}.</source>
        <translation>货物要放到 {wanted}。</translation>
    </message>
    <message>
        <source>Not these</source>
        <translation>不是这种货</translation>
    </message>
    <message>
        <source>Wanted: {wanted}. Put {sku} back.</source>
        <translation>需要 {wanted}。请把 {sku} 放回。</translation>
    </message>
    <message>
        <source>Choose 1 to {most}</source>
        <translation>请选 1 到 {most}</translation>
    </message>
    <message>
        <source>Zone {zone}: {count} {count:bin|bins}</source>
        <translation>{zone} 区：{count} 个货位</translation>
    </message>
    <message>
        <source>Print the labels, or scan those that are there.</source>
        <translation>打印标签，或扫描已贴好的标签。</translation>
    </message>
    <message>
        <source>{count} {count:label|labels} sent, {left} to go</source>
        <translation>已发送 {count} 张标签，还有 {left} 张</translation>
    </message>
    <message>
        <source>Stick each on its bin and scan it there.</source>
        <translation>贴到对应货位上，并在货位处扫描。</translation>
    </message>
    <message>
        <source>The labels did not come out</source>
        <translation>标签没有打印出来</translation>
    </message>
    <message>
        <source>{reason}. PRINT begins again with what nobody scanned.</source>
        <translation>{reason}。按“打印标签”重新打印尚未扫描的标签。</translation>
    </message>
    <message>
        <source>Some labels cannot be made</source>
        <translation>部分标签无法制作</translation>
    </message>
    <message>
        <source>{bin} reads well</source>
        <translation>{bin} 标签可读</translation>
    </message>
    <message>
        <source>{bin} was scanned before</source>
        <translation>{bin} 之前已扫描</translation>
    </message>
    <message>
        <source>Scan the label of {bin}</source>
        <translation>请扫描 {bin} 的标签</translation>
    </message>
    <message>
        <source>A typed code proves no label.</source>
        <translation>手工输入的编码不能证明标签可读。</translation>
    </message>
    <message>
        <source>Zone {zone}: all labels read</source>
        <translation>{zone} 区：标签全部可读</translation>
    </message>
    <message>
        <source>{bin} is in zone {zone}</source>
        <translation>{bin} 属于 {zone} 区</translation>
    </message>
    <message>
        <source>Scan it again to go on with that zone.</source>
        <translation>再扫一次，改做该区。</translation>
    </message>
    <message>
        <source>{left} {left:label|labels} not scanned yet</source>
        <translation>还有 {left} 张标签未扫描</translation>
    </message>
    <message>
        <source>{bins}. CLEAR = leave them.</source>
        <translation>{bins}。清除 = 放弃。</translation>
    </message>
    <message>
        <source>Touch what is to happen</source>
        <translation>请选择操作</translation>
    </message>
    <message>
        <source>Or type its number.</source>
        <translation>也可输入编号。</translation>
    </message>
    <message>
        <source>By OK; another one scans a badge first.</source>
        <translation>按确定；他人确认请先扫工牌。</translation>
    </message>
    <message>
        <source>{order}: {word}</source>
        <translation>{order}：{word}</translation>
    </message>
    <message>
        <source>No order is known by {code}</source>
        <translation>{code} 不是订单</translation>
    </message>
    <message>
        <source>Scan an order, a tote or a box.</source>
        <translation>请扫描订单、周转箱或包裹。</translation>
    </message>
    <message>
        <source>{order} has that priority already</source>
        <translation>{order} 已是该优先级</translation>
    </message>
    <message>
        <source>{order} goes there already</source>
        <translation>{order} 已按此发往</translation>
    </message>
</context>
<context>
    <name>Pack</name>
    <message>
        <source>{count} {count:unit|units}</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>{count} {count:inner|inners}</source>
        <translation>{count} 内盒</translation>
    </message>
    <message>
        <source>{count} {count:case|cases}</source>
        <translation>{count} 箱</translation>
    </message>
    <message>
        <source>{count} {count:pallet|pallets}</source>
        <translation>{count} 托</translation>
    </message>
    <message>
        <source>{count}</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>{packs} left</source>
        <translation>还差 {packs}</translation>
    </message>
    <message>
        <source>{packs}, {units} {units:unit|units}</source>
        <translation>{packs}，共 {units} 件</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>Scan your badge</source>
        <translation>请扫描工牌</translation>
    </message>
    <message>
        <source>Enter your PIN, {operator}</source>
        <translation>{operator}，请输入密码</translation>
    </message>
    <message>
        <source>Locked. Scan your badge</source>
        <translation>已锁定，请扫工牌</translation>
    </message>
    <message>
        <source>Scan again: take over {order}</source>
        <translation>再扫一次：接手 {order}</translation>
    </message>
    <message>
        <source>Scan a tote or an order</source>
        <translation>请扫描周转箱或订单</translation>
    </message>
    <message>
        <source>OK = open this order</source>
        <translation>“确定”= 打开这个订单</translation>
    </message>
    <message>
        <source>Hand it over. OK = collected</source>
        <translation>交给客户，“确定”=已提货</translation>
    </message>
    <message>
        <source>Go to bin {bin}, scan it</source>
        <translation>到货位 {bin} 并扫描</translation>
    </message>
    <message>
        <source>Scan the item {sku}</source>
        <translation>请扫描商品 {sku}</translation>
    </message>
    <message>
        <source>Scan the lot of {sku}</source>
        <translation>请扫描 {sku} 的批次</translation>
    </message>
    <message>
        <source>Scan the date of {sku}</source>
        <translation>请扫描 {sku} 的有效期</translation>
    </message>
    <message>
        <source>Scan the serial number</source>
        <translation>请扫描序列号</translation>
    </message>
    <message>
        <source>Put it in {tote}, scan it</source>
        <translation>放入 {tote} 并扫描</translation>
    </message>
    <message>
        <source>Scan {tote} again to use it</source>
        <translation>再扫一次 {tote} 即可使用</translation>
    </message>
    <message>
        <source>How many {sku} found? {number}</source>
        <translation>{sku} 找到几件？{number}</translation>
    </message>
    <message>
        <source>Scan the damaged item</source>
        <translation>请扫描破损商品</translation>
    </message>
    <message>
        <source>Take box {carton}, scan it</source>
        <translation>请取 {carton} 纸箱并扫描</translation>
    </message>
    <message>
        <source>Scan the next item</source>
        <translation>请扫描下一件商品</translation>
    </message>
    <message>
        <source>{number} × scan the product</source>
        <translation>{number} 件：请扫描商品</translation>
    </message>
    <message>
        <source>Scan what you take out</source>
        <translation>请扫描取出的商品</translation>
    </message>
    <message>
        <source>The label is printing</source>
        <translation>面单打印中</translation>
    </message>
    <message>
        <source>Put on a shelf, scan it</source>
        <translation>放到货架上并扫描货架</translation>
    </message>
    <message>
        <source>Stick the label, scan it</source>
        <translation>贴上面单并扫描</translation>
    </message>
    <message>
        <source>Fix the printer, scan PRINT</source>
        <translation>处理打印机，再扫“打印”</translation>
    </message>
    <message>
        <source>Scan the label, else PRINT</source>
        <translation>请扫描面单，否则扫“打印”</translation>
    </message>
    <message>
        <source>Choose the reason: 1 to 3</source>
        <translation>请选择原因：1 到 3</translation>
    </message>
    <message>
        <source>OK = ship partly, UNDO = go on</source>
        <translation>确定 = 部分发货，撤销 = 继续</translation>
    </message>
    <message>
        <source>Check what is in the box</source>
        <translation>请检查箱内商品</translation>
    </message>
    <message>
        <source>Scan the shelf to park it</source>
        <translation>请扫描暂存货架的条码</translation>
    </message>
    <message>
        <source>Scan the load or dock</source>
        <translation>请扫描车次或月台</translation>
    </message>
    <message>
        <source>Scan the next parcel</source>
        <translation>请扫描下一个包裹</translation>
    </message>
    <message>
        <source>OK = close the load</source>
        <translation>确定 = 关闭车次</translation>
    </message>
    <message>
        <source>Scan the bin to count</source>
        <translation>请扫描要盘点的货位</translation>
    </message>
    <message>
        <source>Scan all in {bin}, then OK</source>
        <translation>扫描 {bin} 内全部商品，再按确定</translation>
    </message>
    <message>
        <source>How many {sku}?</source>
        <translation>{sku} 有多少件？</translation>
    </message>
    <message>
        <source>OK = {number} of {sku}</source>
        <translation>OK = {sku} 共 {number} 件</translation>
    </message>
    <message>
        <source>No {sku} here? OK</source>
        <translation>没有 {sku}？按 OK</translation>
    </message>
    <message>
        <source>Why? 1 to {most}, 0 unknown</source>
        <translation>原因？1 到 {most}，0 不明</translation>
    </message>
    <message>
        <source>OK = record it, UNDO = count again</source>
        <translation>确定 = 记录，撤销 = 重新清点</translation>
    </message>
    <message>
        <source>OK = leave it, UNDO = go on</source>
        <translation>确定 = 放弃，撤销 = 继续</translation>
    </message>
    <message>
        <source>Choose a page: 1 to 5</source>
        <translation>请选择页面：1 到 5</translation>
    </message>
    <message>
        <source>Scan the test sheet: {left} left</source>
        <translation>请扫描测试页，还剩 {left} 个</translation>
    </message>
    <message>
        <source>The test label is printing</source>
        <translation>正在打印测试标签</translation>
    </message>
    <message>
        <source>Scan the test label</source>
        <translation>请扫描测试标签</translation>
    </message>
    <message>
        <source>Scan any barcode</source>
        <translation>请扫描任意条码</translation>
    </message>
    <message>
        <source>Put {grams} g on the scale</source>
        <translation>请把 {grams} 克放到秤上</translation>
    </message>
    <message>
        <source>Heard it? OK, else SKIP</source>
        <translation>听到请按“确定”，没听到按“跳过”</translation>
    </message>
    <message>
        <source>Stop. Scan OK when done</source>
        <translation>停！处理后扫“确定”</translation>
    </message>
    <message>
        <source>Scan a free tote</source>
        <translation>请扫描空周转箱</translation>
    </message>
    <message>
        <source>Take a box, scan it</source>
        <translation>取一个箱子并扫描</translation>
    </message>
    <message>
        <source>How many {sku} are there?</source>
        <translation>{sku} 有几件？</translation>
    </message>
    <message>
        <source>All loaded. OK = close</source>
        <translation>全部装车，确定 = 关闭</translation>
    </message>
    <message>
        <source>Sheet done. Scan any code</source>
        <translation>测试页完成，可扫任意条码</translation>
    </message>
    <message>
        <source>Scan what is added</source>
        <translation>请扫描添加的商品</translation>
    </message>
    <message>
        <source>Scan its bin</source>
        <translation>请扫描库位</translation>
    </message>
    <message>
        <source>Scan tote {tote} too</source>
        <translation>请再扫描周转箱 {tote}</translation>
    </message>
    <message>
        <source>Read the note. OK = read</source>
        <translation>请阅读备注，确定 = 已读</translation>
    </message>
    <message>
        <source>OK = close box {parcel}</source>
        <translation>确定 = 封第 {parcel} 箱</translation>
    </message>
    <message>
        <source>OK = fetch one, SHORT = without</source>
        <translation>确定 = 补拣，缺货 = 不发</translation>
    </message>
    <message>
        <source>Scan {bin}. OK = later</source>
        <translation>扫描 {bin}，OK = 稍后</translation>
    </message>
    <message>
        <source>Supervisor: badge, then OK</source>
        <translation>主管：扫工牌，再按确定</translation>
    </message>
    <message>
        <source>Take {order} off and scan it</source>
        <translation>把 {order} 卸下并扫描</translation>
    </message>
    <message>
        <source>Closed. FINISH = it has left</source>
        <translation>已关闭。完成 = 已发车</translation>
    </message>
    <message>
        <source>Choose why: 1, 2 or 3</source>
        <translation>请选择原因：1、2 或 3</translation>
    </message>
    <message>
        <source>Scan an order, or its number</source>
        <translation>扫订单，或输入序号</translation>
    </message>
    <message>
        <source>Choose what is to be done</source>
        <translation>请选择处理方式</translation>
    </message>
    <message>
        <source>{decision}: press OK</source>
        <translation>{decision}：按确定</translation>
    </message>
    <message>
        <source>Solved: nothing to do</source>
        <translation>已处理，无需操作</translation>
    </message>
    <message>
        <source>Scan the bin to take from</source>
        <translation>扫描来源库位</translation>
    </message>
    <message>
        <source>Go to {bin}, scan it</source>
        <translation>去 {bin} 并扫描</translation>
    </message>
    <message>
        <source>Take {units} × {sku}</source>
        <translation>取 {units} × {sku}</translation>
    </message>
    <message>
        <source>Bring {units} to {bin}</source>
        <translation>把 {units} 件送到 {bin}</translation>
    </message>
    <message>
        <source>Scan goods of {bin}</source>
        <translation>扫描 {bin} 的货物</translation>
    </message>
    <message>
        <source>Scan where {units} go</source>
        <translation>扫描 {units} 件的目标库位</translation>
    </message>
    <message>
        <source>Which? 1 to {most}</source>
        <translation>哪一种？1 到 {most}</translation>
    </message>
    <message>
        <source>What becomes? 1 to {most}</source>
        <translation>改成什么？1 到 {most}</translation>
    </message>
    <message>
        <source>Why? 1 to {most}</source>
        <translation>原因？1 到 {most}</translation>
    </message>
    <message>
        <source>Scan their bin, or OK</source>
        <translation>扫描库位，或按 OK</translation>
    </message>
    <message>
        <source>Scan label or bin, type number</source>
        <translation>扫描标签或货位，或输入序号</translation>
    </message>
    <message>
        <source>Scan each bin: {left} left</source>
        <translation>逐个扫描货位：还剩 {left} 个</translation>
    </message>
    <message>
        <source>Scan a bin of another zone</source>
        <translation>扫描其他库区的货位</translation>
    </message>
    <message>
        <source>Scan the order to manage</source>
        <translation>请扫描要管理的订单</translation>
    </message>
    <message>
        <source>What is to happen?</source>
        <translation>请选择操作</translation>
    </message>
    <message>
        <source>OK: {word}</source>
        <translation>确定：{word}</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>It did not come out</source>
        <translation>没有打出来</translation>
    </message>
    <message>
        <source>It cannot be read</source>
        <translation>扫不出来</translation>
    </message>
    <message>
        <source>It is damaged or lost</source>
        <translation>损坏或丢失</translation>
    </message>
    <message>
        <source>Program was interrupted</source>
        <translation>程序曾中断</translation>
    </message>
    <message>
        <source>The address has letters that no font has</source>
        <translation>地址中有字体无法打印的字符</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>没有打印机</translation>
    </message>
    <message>
        <source>Looks like two {suspect_name} are missing.</source>
        <translation>可能少了两件 {suspect_name}。</translation>
    </message>
    <message>
        <source>Looks like one {suspect_name} is missing.</source>
        <translation>可能少了一件 {suspect_name}。</translation>
    </message>
    <message>
        <source>Looks like one {suspect_name} too many.</source>
        <translation>可能多了一件 {suspect_name}。</translation>
    </message>
    <message>
        <source>Looks like two {suspect_name} too many.</source>
        <translation>可能多了两件 {suspect_name}。</translation>
    </message>
    <message>
        <source>Looks like {units} {suspect_name} are missing.</source>
        <translation>可能少了 {units} 件 {suspect_name}。</translation>
    </message>
    <message>
        <source>Looks like {units} {suspect_name} too many.</source>
        <translation>可能多了 {units} 件 {suspect_name}。</translation>
    </message>
    <message>
        <source>{instead_name} instead of {suspect_name}?</source>
        <translation>是否把 {suspect_name} 错放成了 {instead_name}？</translation>
    </message>
    <message>
        <source>Pick again</source>
        <translation>重新拣货</translation>
    </message>
    <message>
        <source>Ship without</source>
        <translation>缺货先发</translation>
    </message>
    <message>
        <source>Count the bin</source>
        <translation>盘点库位</translation>
    </message>
    <message>
        <source>Hold the order</source>
        <translation>暂扣订单</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>放行订单</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回库位</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>重贴面单</translation>
    </message>
    <message>
        <source>I look after it</source>
        <translation>我来跟进</translation>
    </message>
    <message>
        <source>All right as it is</source>
        <translation>无需处理</translation>
    </message>
    <message>
        <source>The centre does not know this order</source>
        <translation>总库没有这个订单</translation>
    </message>
    <message>
        <source>The centre does not know this box</source>
        <translation>总库没有这个箱子</translation>
    </message>
    <message>
        <source>The centre does not know this load</source>
        <translation>总库没有这个车次</translation>
    </message>
    <message>
        <source>The centre does not know this person</source>
        <translation>总库没有这个人员</translation>
    </message>
    <message>
        <source>The shop has taken this line out</source>
        <translation>店铺已删除这一行</translation>
    </message>
    <message>
        <source>The centre does not know this bin</source>
        <translation>总库没有这个库位</translation>
    </message>
    <message>
        <source>Written by a newer program</source>
        <translation>由新版程序写入</translation>
    </message>
    <message>
        <source>One order number, two contents</source>
        <translation>同一单号有两份内容</translation>
    </message>
    <message>
        <source>Wanted again after it was cancelled</source>
        <translation>取消后又恢复</translation>
    </message>
    <message>
        <source>The shop changed it during the work</source>
        <translation>作业中店铺改了订单</translation>
    </message>
    <message>
        <source>The shop changed the carrier</source>
        <translation>店铺换了承运商</translation>
    </message>
    <message>
        <source>Address changed, and it is loaded</source>
        <translation>装车后地址被修改</translation>
    </message>
    <message>
        <source>The shop holds it, and it was begun</source>
        <translation>已开始作业，店铺要求暂停</translation>
    </message>
    <message>
        <source>Begun although the shop holds it</source>
        <translation>店铺暂停期间被开始作业</translation>
    </message>
    <message>
        <source>Cancelled after it had left</source>
        <translation>出库后被取消</translation>
    </message>
    <message>
        <source>Cancelled: put the goods back</source>
        <translation>已取消：货要放回库位</translation>
    </message>
    <message>
        <source>Picked although cancelled</source>
        <translation>已取消仍被拣货</translation>
    </message>
    <message>
        <source>Packed although cancelled</source>
        <translation>已取消仍被打包</translation>
    </message>
    <message>
        <source>On the truck although cancelled</source>
        <translation>已取消仍被装车</translation>
    </message>
    <message>
        <source>Left the house although cancelled</source>
        <translation>已取消仍被出库</translation>
    </message>
    <message>
        <source>More was picked than ordered</source>
        <translation>拣货多于订单</translation>
    </message>
    <message>
        <source>More was packed than ordered</source>
        <translation>打包多于订单</translation>
    </message>
    <message>
        <source>Pick ended, and something lacks</source>
        <translation>拣货结束但不齐</translation>
    </message>
    <message>
        <source>Packed, and something lacks</source>
        <translation>打包完成但不齐</translation>
    </message>
    <message>
        <source>More was packed than picked</source>
        <translation>打包多于拣货</translation>
    </message>
    <message>
        <source>Put back what was never picked</source>
        <translation>放回了没拣过的货</translation>
    </message>
    <message>
        <source>Taken back what was never short</source>
        <translation>撤销了没报过的缺货</translation>
    </message>
    <message>
        <source>Taken out what was never packed</source>
        <translation>取出了没装过的货</translation>
    </message>
    <message>
        <source>Put back after the pick was over</source>
        <translation>拣货结束后又放回</translation>
    </message>
    <message>
        <source>Two benches worked on it</source>
        <translation>两个工作台同时处理</translation>
    </message>
    <message>
        <source>Two benches took it over</source>
        <translation>两个工作台都接手了</translation>
    </message>
    <message>
        <source>Picked again when it was done</source>
        <translation>拣完后又被拣货</translation>
    </message>
    <message>
        <source>Packed again when it was done</source>
        <translation>打包后又被打包</translation>
    </message>
    <message>
        <source>Help is wanted</source>
        <translation>需要帮助</translation>
    </message>
    <message>
        <source>Its goods are gone, no others are free</source>
        <translation>预留的货已没有，也无其他可用库存</translation>
    </message>
    <message>
        <source>Goods are missing</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Goods are damaged</source>
        <translation>货物破损</translation>
    </message>
    <message>
        <source>Nothing of it was found</source>
        <translation>一件都没找到</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>The truck left without boxes</source>
        <translation>车走了，有箱子没装上</translation>
    </message>
    <message>
        <source>Goods cannot move so</source>
        <translation>货物不能这样移动</translation>
    </message>
    <message>
        <source>The centre does not know this task</source>
        <translation>中心没有此任务</translation>
    </message>
    <message>
        <source>Two benches did one task</source>
        <translation>两个工位做了同一任务</translation>
    </message>
    <message>
        <source>The bin has less than nothing</source>
        <translation>库位数量为负</translation>
    </message>
    <message>
        <source>Count this bin again</source>
        <translation>请重新盘点这个库位</translation>
    </message>
    <message>
        <source>A box number was given twice</source>
        <translation>箱号重复</translation>
    </message>
    <message>
        <source>Two boxes have one number</source>
        <translation>两个箱子编号相同</translation>
    </message>
    <message>
        <source>Changed after the box was closed</source>
        <translation>封箱后又改动</translation>
    </message>
    <message>
        <source>Closed at two benches</source>
        <translation>在两个工作台封箱</translation>
    </message>
    <message>
        <source>Two benches printed its label</source>
        <translation>两个工作台都打了面单</translation>
    </message>
    <message>
        <source>A box that was given up is in use</source>
        <translation>作废的箱子又被使用</translation>
    </message>
    <message>
        <source>A box that was given up has goods</source>
        <translation>作废的箱子里有货</translation>
    </message>
    <message>
        <source>Given up after it was closed</source>
        <translation>封箱后作废</translation>
    </message>
    <message>
        <source>Label scanned while it was open</source>
        <translation>未封箱就扫了面单</translation>
    </message>
    <message>
        <source>Opened again after its label was scanned</source>
        <translation>扫过面单后又打开</translation>
    </message>
    <message>
        <source>Loaded at two trucks</source>
        <translation>在两辆车上都装了</translation>
    </message>
    <message>
        <source>Loaded, and its label was never scanned</source>
        <translation>没扫面单就装车</translation>
    </message>
    <message>
        <source>On the list, and not on the truck</source>
        <translation>清单上有，车上没有</translation>
    </message>
    <message>
        <source>Changed after the load was closed</source>
        <translation>车次结束后又改动</translation>
    </message>
    <message>
        <source>Taken off after the load was closed</source>
        <translation>车次结束后被卸下</translation>
    </message>
    <message>
        <source>The manifest lacks a box that left</source>
        <translation>装车清单漏了箱子</translation>
    </message>
    <message>
        <source>Two manifests name it</source>
        <translation>两份装车清单都有它</translation>
    </message>
    <message>
        <source>Collected before it was on its shelf</source>
        <translation>未上架就被提走</translation>
    </message>
    <message>
        <source>The carrier of the load was changed</source>
        <translation>车次的承运商被修改</translation>
    </message>
    <message>
        <source>Opened again, and it is on a truck</source>
        <translation>重新打开过，但箱子在车上</translation>
    </message>
    <message>
        <source>Load opened after it had left</source>
        <translation>发车后又打开车次</translation>
    </message>
    <message>
        <source>The truck left, and nobody closed the load</source>
        <translation>车走了，车次没结束</translation>
    </message>
    <message>
        <source>Came back from its truck</source>
        <translation>从车上退回</translation>
    </message>
    <message>
        <source>Came back, and never left</source>
        <translation>没出库却退回</translation>
    </message>
    <message>
        <source>Two benches added something</source>
        <translation>两个工作台都加了东西</translation>
    </message>
    <message>
        <source>Two orders in one tote</source>
        <translation>一个周转箱两个订单</translation>
    </message>
    <message>
        <source>One serial number in two places</source>
        <translation>同一序列号出现在两处</translation>
    </message>
    <message>
        <source>One serial number in two boxes</source>
        <translation>同一序列号在两个箱子里</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last 8 h</source>
        <translation>最近 8 小时</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Single persons are switched off at this site.</source>
        <translation>本站点已关闭个人数据。</translation>
    </message>
    <message>
        <source>For single persons sign in at the desk first.</source>
        <translation>查看个人数据请先在工作台登录。</translation>
    </message>
    <message>
        <source>Single persons are for supervisors only.</source>
        <translation>个人数据仅主管可看。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>按小时</translation>
    </message>
    <message>
        <source>Minutes a step</source>
        <translation>各环节用时（分钟）</translation>
    </message>
    <message>
        <source>By station</source>
        <translation>按工作台</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按人员</translation>
    </message>
    <message>
        <source>Shipped by carrier</source>
        <translation>按承运商出库</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>n</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>拣货</translation>
    </message>
    <message>
        <source>packed</source>
        <translation>装箱</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>出库</translation>
    </message>
    <message>
        <source>step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>half in</source>
        <translation>半数用时</translation>
    </message>
    <message>
        <source>nine in ten in</source>
        <translation>九成用时</translation>
    </message>
    <message>
        <source>who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>hours of work</source>
        <translation>工时</translation>
    </message>
    <message>
        <source>units an hour</source>
        <translation>件/小时</translation>
    </message>
    <message>
        <source>carrier</source>
        <translation>承运商</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>By carrier</source>
        <translation>按承运商</translation>
    </message>
    <message>
        <source>By customer</source>
        <translation>按客户</translation>
    </message>
    <message>
        <source>Compared with the time before</source>
        <translation>与上一时段比较</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Costs by product</source>
        <translation>按商品的成本</translation>
    </message>
    <message>
        <source>Cut-offs by carrier</source>
        <translation>按承运商的截单</translation>
    </message>
    <message>
        <source>Demand by product</source>
        <translation>按商品的需求</translation>
    </message>
    <message>
        <source>Fair pace by person</source>
        <translation>个人合理节奏</translation>
    </message>
    <message>
        <source>Labels by station</source>
        <translation>按工作台的面单</translation>
    </message>
    <message>
        <source>Seconds by person</source>
        <translation>按人员的秒数</translation>
    </message>
    <message>
        <source>Seconds by station</source>
        <translation>按工作台的秒数</translation>
    </message>
    <message>
        <source>Short by product and bin</source>
        <translation>按商品和货位的缺货</translation>
    </message>
    <message>
        <source>To be known</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>bin</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>by it</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>days of cover</source>
        <translation>可供天数</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>mismatch</source>
        <translation>贴错</translation>
    </message>
    <message>
        <source>note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>on hand</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>orders shipped</source>
        <translation>已出库订单</translation>
    </message>
    <message>
        <source>parcels</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>parcels loaded</source>
        <translation>已装车包裹</translation>
    </message>
    <message>
        <source>product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>reorder</source>
        <translation>补货</translation>
    </message>
    <message>
        <source>reprinted</source>
        <translation>重打</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已送打</translation>
    </message>
    <message>
        <source>shipped late</source>
        <translation>晚出库</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>station</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>units a day</source>
        <translation>件/天</translation>
    </message>
    <message>
        <source>units packed</source>
        <translation>装箱件数</translation>
    </message>
    <message>
        <source>units picked</source>
        <translation>拣货件数</translation>
    </message>
    <message>
        <source>with a cut-off</source>
        <translation>有截单</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>own s</source>
        <translation>实际秒</translation>
    </message>
    <message>
        <source>expected s</source>
        <translation>预期秒</translation>
    </message>
    <message>
        <source>why not</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>半数</translation>
    </message>
    <message>
        <source>p90</source>
        <translation>九成</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>95%</translation>
    </message>
    <message>
        <source>Parcels loaded</source>
        <translation>已装车包裹</translation>
    </message>
    <message>
        <source>Labels sent</source>
        <translation>已送打面单</translation>
    </message>
    <message>
        <source>Labels proven</source>
        <translation>已复核面单</translation>
    </message>
    <message>
        <source>Proven boxes withdrawn</source>
        <translation>撤回的已复核箱</translation>
    </message>
    <message>
        <source>Units taken out of boxes</source>
        <translation>从箱中取出的件数</translation>
    </message>
    <message>
        <source>Picks undone</source>
        <translation>撤销的拣货</translation>
    </message>
    <message>
        <source>Boxes back from trucks</source>
        <translation>从车上退回的箱子</translation>
    </message>
    <message>
        <source>Calls for help</source>
        <translation>呼叫帮助</translation>
    </message>
    <message>
        <source>Shipped damage-free</source>
        <translation>无破损出库率</translation>
    </message>
    <message>
        <source>Perfect order fulfilment (SCOR RL.1.1)</source>
        <translation>完美订单履行率（SCOR RL.1.1）</translation>
    </message>
    <message>
        <source>Wrong goods refused by a scan</source>
        <translation>扫描拦下的错货</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>寻找</translation>
    </message>
    <message>
        <source>scanning</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>handling</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>untold</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>placed to packed</source>
        <translation>下单到装箱</translation>
    </message>
    <message>
        <source>placed to shipped</source>
        <translation>下单到出库</translation>
    </message>
    <message>
        <source>Orders picked</source>
        <translation>已拣订单</translation>
    </message>
    <message>
        <source>Orders packed</source>
        <translation>已装箱订单</translation>
    </message>
    <message>
        <source>Orders shipped</source>
        <translation>已出库订单</translation>
    </message>
    <message>
        <source>Units picked</source>
        <translation>已拣件数</translation>
    </message>
    <message>
        <source>Units packed</source>
        <translation>已装箱件数</translation>
    </message>
    <message>
        <source>Parcels closed</source>
        <translation>已封包裹</translation>
    </message>
    <message>
        <source>Units short</source>
        <translation>缺货件数</translation>
    </message>
    <message>
        <source>Units damaged</source>
        <translation>破损件数</translation>
    </message>
    <message>
        <source>Labels reprinted</source>
        <translation>重打面单</translation>
    </message>
    <message>
        <source>Labels failed</source>
        <translation>未打出的面单</translation>
    </message>
    <message>
        <source>Swapped labels caught</source>
        <translation>拦下的贴错面单</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>盘点次数</translation>
    </message>
    <message>
        <source>Stock moves</source>
        <translation>库存移动</translation>
    </message>
    <message>
        <source>On-time shipments</source>
        <translation>准时出库率</translation>
    </message>
    <message>
        <source>Shipped complete per customer order</source>
        <translation>整单出库率</translation>
    </message>
    <message>
        <source>Labels right the first time</source>
        <translation>面单一次成功率</translation>
    </message>
    <message>
        <source>Order picking accuracy</source>
        <translation>订单拣货准确率</translation>
    </message>
    <message>
        <source>not computable</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>picking</source>
        <translation>拣货</translation>
    </message>
    <message>
        <source>packing</source>
        <translation>装箱</translation>
    </message>
    <message>
        <source>waiting for a packer</source>
        <translation>等待装箱</translation>
    </message>
    <message>
        <source>waiting for the truck</source>
        <translation>等待装车</translation>
    </message>
    <message>
        <source>orders whose pick ended</source>
        <translation>拣货结束的订单</translation>
    </message>
    <message>
        <source>orders whose last box was proven</source>
        <translation>最后一箱已复核的订单</translation>
    </message>
    <message>
        <source>orders on closed loads</source>
        <translation>已关闭装车单上的订单</translation>
    </message>
    <message>
        <source>units taken from bins</source>
        <translation>从货位取出的件数</translation>
    </message>
    <message>
        <source>units put into boxes</source>
        <translation>放入箱子的件数</translation>
    </message>
    <message>
        <source>boxes closed</source>
        <translation>封箱数</translation>
    </message>
    <message>
        <source>units that were not found, less those found after all</source>
        <translation>没找到的件数，减去后来找到的</translation>
    </message>
    <message>
        <source>units found damaged</source>
        <translation>发现破损的件数</translation>
    </message>
    <message>
        <source>labels printed again</source>
        <translation>再次打印的面单</translation>
    </message>
    <message>
        <source>labels that a printer did not print</source>
        <translation>打印机没有打出的面单</translation>
    </message>
    <message>
        <source>labels of another box that a scan caught</source>
        <translation>扫描时发现的别箱面单</translation>
    </message>
    <message>
        <source>counts of a product in a bin</source>
        <translation>货位内单个商品的盘点次数</translation>
    </message>
    <message>
        <source>moves from place to place or from status to status</source>
        <translation>位置或状态之间的移动</translation>
    </message>
    <message>
        <source>orders whose load was closed by their cut-off ÷ orders shipped that have one</source>
        <translation>截单前关闭装车单的订单 ÷ 有截单时间的出库订单</translation>
    </message>
    <message>
        <source>no order with a cut-off was shipped</source>
        <translation>没有带截单时间的订单出库</translation>
    </message>
    <message>
        <source>orders shipped with all units ÷ orders shipped</source>
        <translation>全部件数出库的订单 ÷ 出库订单</translation>
    </message>
    <message>
        <source>no order was shipped</source>
        <translation>没有订单出库</translation>
    </message>
    <message>
        <source>labels printed once ÷ labels sent to a printer</source>
        <translation>只打一次的面单 ÷ 送打印的面单</translation>
    </message>
    <message>
        <source>no label was sent</source>
        <translation>没有送打面单</translation>
    </message>
    <message>
        <source>nobody has told which orders reached their customers with an error</source>
        <translation>没有人告知哪些订单送到客户时有错</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>{done} of {wanted} {wanted:item|items}</source>
        <translation>{done}/{wanted} 件</translation>
    </message>
    <message>
        <source>{done} of {wanted} {wanted:parcel|parcels}</source>
        <translation>{done}/{wanted} 箱</translation>
    </message>
    <message>
        <source>{done} / {wanted}</source>
        <translation>{done} / {wanted}</translation>
    </message>
    <message>
        <source>Not reserved</source>
        <translation>未预留</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Synced · {waiting} waiting</source>
        <translation>已同步 · {waiting} 条待传</translation>
    </message>
    <message>
        <source>{carrier} {time} · {minutes} min · {count} left</source>
        <translation>{carrier} {time} · {minutes} 分钟 · 剩 {count} 单</translation>
    </message>
    <message>
        <source>Offline {minutes} min · {waiting} waiting</source>
        <translation>离线 {minutes} 分钟 · {waiting} 条待传</translation>
    </message>
    <message>
        <source>Offline · {waiting} waiting</source>
        <translation>离线 · {waiting} 条待传</translation>
    </message>
    <message>
        <source>Update this program: the centre is newer · {waiting} waiting</source>
        <translation>请更新本程序：中心服务器版本较新 · {waiting} 条待传</translation>
    </message>
    <message>
        <source>Login refused · {waiting} waiting</source>
        <translation>登录被拒绝 · {waiting} 条待传</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>这个</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>不是这个</translation>
    </message>
    <message>
        <source>Help wanted at {station} ({who})</source>
        <translation>{station} 需要帮助（{who}）</translation>
    </message>
    <message>
        <source>{name}, order {order}</source>
        <translation>{name}，订单 {order}</translation>
    </message>
    <message>
        <source>You have called for help</source>
        <translation>您已求助</translation>
    </message>
    <message>
        <source>SET {name}</source>
        <translation>套装 {name}</translation>
    </message>
    <message>
        <source>SET {name}: {done} of {wanted} complete</source>
        <translation>套装 {name}：已齐 {done}/{wanted} 套</translation>
    </message>
    <message>
        <source>Locks in {seconds} s. Your work is kept.</source>
        <translation>{seconds} 秒后锁定，您的工作已保留。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>{device}: {state}</source>
        <translation>{device}：{state}</translation>
    </message>
    <message>
        <source>Type a code, or a part of an order, customer or tote</source>
        <translation>输入条码，或单号、客户、周转箱的一部分</translation>
    </message>
    <message>
        <source>Window and keys</source>
        <translation>窗口与按键</translation>
    </message>
    <message>
        <source>Look and sound</source>
        <translation>外观与声音</translation>
    </message>
    <message>
        <source>Keys of the keyboard</source>
        <translation>键盘按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Rules of the site</source>
        <translation>站点规则</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>It counts at once.</source>
        <translation>立即生效。</translation>
    </message>
    <message>
        <source>It counts when the program is started again.</source>
        <translation>重新启动程序后生效。</translation>
    </message>
    <message>
        <source>It counts for all benches as soon as they are told.</source>
        <translation>各工作台收到后立即生效。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Testing; this takes some seconds ...</source>
        <translation>正在测试，需要几秒钟……</translation>
    </message>
    <message>
        <source>No device is named</source>
        <translation>没有填写设备</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>Set by {by}, {time}.</source>
        <translation>由 {by} 设置，{time}。</translation>
    </message>
    <message>
        <source>Nobody has set it: this is its default.</source>
        <translation>没有人设置过，这是默认值。</translation>
    </message>
    <message>
        <source>One device a line.</source>
        <translation>每行一个设备。</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Size {percent} %</source>
        <translation>大小 {percent}%</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Volume {percent} %</source>
        <translation>音量 {percent}%</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>调大</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>调小</translation>
    </message>
    <message>
        <source>Packbench {version} · Qt {qt} · Python {python}</source>
        <translation>Packbench {version} · Qt {qt} · Python {python}</translation>
    </message>
    <message>
        <source>Apache-2.0; Qt is LGPL-3, icons are ISC, fonts are OFL</source>
        <translation>Apache-2.0；Qt 为 LGPL-3，图标为 ISC，字体为 OFL</translation>
    </message>
    <message>
        <source>Asking the centre for news</source>
        <translation>正在向服务器查询</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>The other language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Ask the centre now</source>
        <translation>立即查询服务器</translation>
    </message>
    <message>
        <source>Move the frame; Space presses</source>
        <translation>移动选框，空格键按下</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>DEMO, nothing leaves this PC</source>
        <translation>演示：数据不会离开本机</translation>
    </message>
    <message>
        <source>Station {station}</source>
        <translation>工位 {station}</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>{order} is kept for {operator}</source>
        <translation>{order} 已为 {operator} 保留</translation>
    </message>
    <message>
        <source>Your work is kept</source>
        <translation>您的工作已保留</translation>
    </message>
    <message>
        <source>or enter your staff number</source>
        <translation>或输入工号</translation>
    </message>
    <message>
        <source>Number keys</source>
        <translation>数字键</translation>
    </message>
    <message>
        <source>PICK</source>
        <translation>拣货</translation>
    </message>
    <message>
        <source>PACK</source>
        <translation>复核打包</translation>
    </message>
    <message>
        <source>DISPATCH</source>
        <translation>装车</translation>
    </message>
    <message>
        <source>EXCEPTIONS</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>COUNT</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>bin by bin</source>
        <translation>逐个货位</translation>
    </message>
    <message>
        <source>{count} to do</source>
        <translation>{count} 项待办</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} 单待处理</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} 项未处理</translation>
    </message>
    <message>
        <source>Next for this station</source>
        <translation>本工位待办</translation>
    </message>
    <message>
        <source>Loads</source>
        <translation>车次</translation>
    </message>
    <message>
        <source>{orders} {orders:order|orders} · {units} {units:unit|units}</source>
        <translation>{orders} 单 · {units} 件</translation>
    </message>
    <message>
        <source>{units} {units:pc|pcs}</source>
        <translation>{units} 件</translation>
    </message>
    <message>
        <source>No load is open</source>
        <translation>没有未关闭的车次</translation>
    </message>
    <message>
        <source>Nothing waiting. Scan a tote.</source>
        <translation>没有待办，请扫描周转箱。</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>今日工作量</translation>
    </message>
    <message>
        <source>Tote {tote}</source>
        <translation>周转箱 {tote}</translation>
    </message>
    <message>
        <source>started by {name}</source>
        <translation>{name} 已开始</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>{time} 前</translation>
    </message>
    <message>
        <source>leaves {time}</source>
        <translation>{time} 发车</translation>
    </message>
    <message>
        <source>leaves {time}, in {minutes} min</source>
        <translation>{time} 发车，还有 {minutes} 分钟</translation>
    </message>
    <message>
        <source>was due at {time}</source>
        <translation>应于 {time} 发车</translation>
    </message>
    <message>
        <source>{loaded} of {expected}</source>
        <translation>{loaded}/{expected}</translation>
    </message>
    <message>
        <source>Stop {stop} of {stops}</source>
        <translation>第 {stop}/{stops} 个货位</translation>
    </message>
    <message>
        <source>Zone {zone}</source>
        <translation>库区：{zone}</translation>
    </message>
    <message>
        <source>picked / wanted</source>
        <translation>已拣 / 应拣</translation>
    </message>
    <message>
        <source>→ tote {tote}</source>
        <translation>→ 周转箱 {tote}</translation>
    </message>
    <message>
        <source>→ a free tote</source>
        <translation>→ 空周转箱</translation>
    </message>
    <message>
        <source>Next stops</source>
        <translation>后续货位</translation>
    </message>
    <message>
        <source>This is the last stop</source>
        <translation>这是最后一个货位</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>Only lot {lot}</source>
        <translation>只要批次{lot}</translation>
    </message>
    <message>
        <source>Lot {lot} if there</source>
        <translation>有批次{lot}优先</translation>
    </message>
    <message>
        <source>Only unit {serial}</source>
        <translation>只要序列号{serial}</translation>
    </message>
    <message>
        <source>Unit {serial} if there</source>
        <translation>有序列号{serial}优先</translation>
    </message>
    <message>
        <source>Lot {lot}</source>
        <translation>批次 {lot}</translation>
    </message>
    <message>
        <source>Expires {expiry}</source>
        <translation>有效期 {expiry}</translation>
    </message>
    <message>
        <source>Serial number {serial}</source>
        <translation>序列号 {serial}</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>应取</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>已扫描</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>请放回</translation>
    </message>
    <message>
        <source>packed / wanted</source>
        <translation>已装 / 应装</translation>
    </message>
    <message>
        <source>Box {parcel}</source>
        <translation>第 {parcel} 箱</translation>
    </message>
    <message>
        <source>Box {parcel} · {carton}</source>
        <translation>第 {parcel} 箱 · {carton}</translation>
    </message>
    <message>
        <source>{kg} kg</source>
        <translation>{kg} 千克</translation>
    </message>
    <message>
        <source>Damaged, no bin yet: {units}</source>
        <translation>残次品未入库位：{units}</translation>
    </message>
    <message>
        <source>{kg} kg, expected {expected} kg</source>
        <translation>{kg} 千克，应为 {expected} 千克</translation>
    </message>
    <message>
        <source>Still to pack: {open} of {lines} {lines:line|lines}</source>
        <translation>待装 {open}/{lines} 行</translation>
    </message>
    <message>
        <source>Everything is packed: {lines}</source>
        <translation>全部 {lines} 行已打包</translation>
    </message>
    <message>
        <source>Last: {sku}, {done} of {wanted}</source>
        <translation>上一件：{sku}，{done}/{wanted}</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>箱子</translation>
    </message>
    <message>
        <source>TAKING OUT</source>
        <translation>取出模式</translation>
    </message>
    <message>
        <source>No item is open</source>
        <translation>没有待装商品</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>{count} short</source>
        <translation>缺 {count} 件</translation>
    </message>
    <message>
        <source>Load {load}</source>
        <translation>车次 {load}</translation>
    </message>
    <message>
        <source>Dock {dock}</source>
        <translation>{dock} 号月台</translation>
    </message>
    <message>
        <source>loaded / expected</source>
        <translation>已装 / 应装</translation>
    </message>
    <message>
        <source>Open loads</source>
        <translation>未关闭的车次</translation>
    </message>
    <message>
        <source>Last parcel</source>
        <translation>上一个包裹</translation>
    </message>
    <message>
        <source>No parcel yet</source>
        <translation>还没有包裹</translation>
    </message>
    <message>
        <source>Missing: {count}</source>
        <translation>缺件：{count}</translation>
    </message>
    <message>
        <source>Orders to come: {count}</source>
        <translation>还有 {count} 单未打包</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>无缺件</translation>
    </message>
    <message>
        <source>{place}, seen {time}</source>
        <translation>{place}，{time} 见到</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Order, customer, city, SKU, lot, serial number, tote, box or load</source>
        <translation>订单、客户、城市、货号、批号、序列号、周转箱、包裹或装车单</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Type or scan something</source>
        <translation>输入或扫描任意内容</translation>
    </message>
    <message>
        <source>Looking ...</source>
        <translation>正在查找……</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <source>The centre is away</source>
        <translation>中心断开</translation>
    </message>
    <message>
        <source>That did not work; the log says why</source>
        <translation>操作失败，原因见日志</translation>
    </message>
    <message>
        <source>Two letters or digits at least</source>
        <translation>至少两个字母或数字</translation>
    </message>
    <message>
        <source>{count} {count:order|orders}</source>
        <translation>{count} 个订单</translation>
    </message>
    <message>
        <source>The newest {shown} of {count} {count:order|orders}</source>
        <translation>共 {count} 个订单，显示最新 {shown} 个</translation>
    </message>
    <message>
        <source>The newest {shown}, and more than were counted</source>
        <translation>显示最新 {shown} 个，还有更多</translation>
    </message>
    <message>
        <source>Nothing with {text}</source>
        <translation>没有找到 {text}</translation>
    </message>
    <message>
        <source>Nothing with {text}. Nearly so:</source>
        <translation>没有找到 {text}，相近的有：</translation>
    </message>
    <message>
        <source>The scan was cut: scan again</source>
        <translation>扫描不完整，请重扫</translation>
    </message>
    <message>
        <source>Choose an order on the left</source>
        <translation>请在左侧选择订单</translation>
    </message>
    <message>
        <source>The centre does not know this order</source>
        <translation>中心没有这个订单</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>订单行</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>包装</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>面单</translation>
    </message>
    <message>
        <source>Open at the desk</source>
        <translation>在工作台打开</translation>
    </message>
    <message>
        <source>Evidence as PDF</source>
        <translation>导出 PDF 凭证</translation>
    </message>
    <message>
        <source>cut-off {time}</source>
        <translation>截单 {time}</translation>
    </message>
    <message>
        <source>placed {time}</source>
        <translation>下单 {time}</translation>
    </message>
    <message>
        <source>left {time}</source>
        <translation>发出 {time}</translation>
    </message>
    <message>
        <source>held: {why}</source>
        <translation>暂停：{why}</translation>
    </message>
    <message>
        <source>at {station}</source>
        <translation>在 {station}</translation>
    </message>
    <message>
        <source>totes {totes}</source>
        <translation>周转箱 {totes}</translation>
    </message>
    <message>
        <source>parked at {place}</source>
        <translation>暂存于 {place}</translation>
    </message>
    <message>
        <source>{picked} picked · {packed} packed of {ordered}</source>
        <translation>已拣 {picked} · 已装 {packed}，共 {ordered}</translation>
    </message>
    <message>
        <source>{short} short</source>
        <translation>缺 {short}</translation>
    </message>
    <message>
        <source>Box {number}</source>
        <translation>{number} 号箱</translation>
    </message>
    <message>
        <source>Step {number} of {count} · box {box}</source>
        <translation>第 {number}/{count} 步 · {box} 号箱</translation>
    </message>
    <message>
        <source>Nothing of it was packed</source>
        <translation>还没有装箱</translation>
    </message>
    <message>
        <source>The box is empty</source>
        <translation>箱子是空的</translation>
    </message>
    <message>
        <source>In the box then: {units} {units:unit|units}</source>
        <translation>此时箱内：{units} 件</translation>
    </message>
    <message>
        <source>This machine keeps no label of it: labels are kept where a file was printed</source>
        <translation>本机没有它的面单：只有打印成文件的电脑才保存面单</translation>
    </message>
    <message>
        <source>Box {box}: {file}</source>
        <translation>{box} 号箱：{file}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation>等待人工处理</translation>
    </message>
    <message>
        <source>{count} {count:fact says|facts say} so</source>
        <translation>{count} 条记录如此表明</translation>
    </message>
    <message>
        <source>over since {time}</source>
        <translation>已于 {time} 了结</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>处理决定</translation>
    </message>
    <message>
        <source>Refused scans stand in the file of their bench. The centre has none of them.</source>
        <translation>被拒绝的扫描只保存在各工作台的文件中，中心没有。</translation>
    </message>
    <message>
        <source>Kept as a conflict: it changed nothing</source>
        <translation>记为冲突，没有改变任何数据</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>It counts</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Orders found</source>
        <translation>找到的订单</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Saving ...</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>The disk is full. Not saved: {path}</source>
        <translation>磁盘已满，没有保存：{path}</translation>
    </message>
    <message>
        <source>The folder cannot be written. Not saved: {path}</source>
        <translation>文件夹不可写，没有保存：{path}</translation>
    </message>
    <message>
        <source>The disk does not answer. Not saved: {path}</source>
        <translation>磁盘没有响应，没有保存：{path}</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>No box yet</source>
        <translation>还没有箱子</translation>
    </message>
    <message>
        <source>Type code</source>
        <translation>手动输入</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Scanner unplugged: plug it in</source>
        <translation>扫描枪未连接：请插上</translation>
    </message>
    <message>
        <source>Scanner: {trouble}</source>
        <translation>扫描枪：{trouble}</translation>
    </message>
    <message>
        <source>Size {wanted} % does not fit this window: it is {largest} %</source>
        <translation>窗口放不下 {wanted}%：现为 {largest}%</translation>
    </message>
    <message>
        <source>{name}: {remedy}</source>
        <translation>{name}：{remedy}</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>No device is connected</source>
        <translation>没有连接设备</translation>
    </message>
    <message>
        <source>No printer is connected</source>
        <translation>没有连接打印机</translation>
    </message>
    <message>
        <source>No weight yet</source>
        <translation>暂无重量</translation>
    </message>
    <message>
        <source>Last self-test {time}: passed</source>
        <translation>上次自检 {time}：通过</translation>
    </message>
    <message>
        <source>Last self-test {time}: not passed</source>
        <translation>上次自检 {time}：未通过</translation>
    </message>
    <message>
        <source>No self-test yet</source>
        <translation>尚未自检</translation>
    </message>
    <message>
        <source>Begin the self-test</source>
        <translation>开始自检</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>What is scanned here changes no order</source>
        <translation>在此扫描不影响任何订单</translation>
    </message>
    <message>
        <source>Known weight: {grams} g</source>
        <translation>标准重量：{grams} 克</translation>
    </message>
    <message>
        <source>Centre: packbench db upgrade · {waiting} waiting</source>
        <translation>中心服务器：packbench db upgrade · {waiting} 条待传</translation>
    </message>
    <message>
        <source>No scale</source>
        <translation>没有电子秤</translation>
    </message>
    <message>
        <source>Known weight: {grams} g · read: {read} g</source>
        <translation>标准重量：{grams} 克 · 读数：{read} 克</translation>
    </message>
    <message>
        <source>Zero the scale</source>
        <translation>电子秤置零</translation>
    </message>
    <message>
        <source>Print a test label</source>
        <translation>打印测试标签</translation>
    </message>
    <message>
        <source>Scan the three codes of the test sheet (packbench commands --pdf)</source>
        <translation>请扫描测试页上的三个条码（packbench commands --pdf）</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Symbology {symbology} · end {terminator} · {ms} ms per character</source>
        <translation>码制 {symbology} · 结束符 {terminator} · 每字符 {ms} 毫秒</translation>
    </message>
    <message>
        <source>Symbology {symbology} · end {terminator}</source>
        <translation>码制 {symbology} · 结束符 {terminator}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Scans before</source>
        <translation>之前的扫描</translation>
    </message>
    <message>
        <source>Test code {number}</source>
        <translation>测试码 {number}</translation>
    </message>
    <message>
        <source>Test code {number}: in order</source>
        <translation>测试码 {number}：正常</translation>
    </message>
    <message>
        <source>Not a code of the test sheet</source>
        <translation>不是测试页上的条码</translation>
    </message>
    <message>
        <source>Last labels</source>
        <translation>最近的面单</translation>
    </message>
    <message>
        <source>No label was sent from here yet</source>
        <translation>本工位尚未发送面单</translation>
    </message>
    <message>
        <source>sent {count} ×</source>
        <translation>发送 {count} 次</translation>
    </message>
    <message>
        <source>Labels of bins</source>
        <translation>货位标签</translation>
    </message>
    <message>
        <source>Labels of zone {zone}: {done} of {count} scanned</source>
        <translation>{zone} 区标签：已扫描 {done}/{count}</translation>
    </message>
    <message>
        <source>not scanned</source>
        <translation>未扫描</translation>
    </message>
    <message>
        <source>sent, not scanned</source>
        <translation>已发送，未扫描</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>已扫描</translation>
    </message>
    <message>
        <source>Number {number}: press OK</source>
        <translation>序号 {number}：请按确定</translation>
    </message>
    <message>
        <source>Counted in this bin</source>
        <translation>本货位已清点</translation>
    </message>
    <message>
        <source>Nothing counted yet</source>
        <translation>尚未清点</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已清点</translation>
    </message>
    <message>
        <source>Bins counted</source>
        <translation>已盘点的货位</translation>
    </message>
    <message>
        <source>No bin counted yet</source>
        <translation>尚未盘点任何货位</translation>
    </message>
    <message>
        <source>Counted / expected</source>
        <translation>实盘 / 账面</translation>
    </message>
    <message>
        <source>right</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>Why it differs</source>
        <translation>差异原因</translation>
    </message>
    <message>
        <source>Counts that wait</source>
        <translation>待盘点任务</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Simulated scanner</source>
        <translation>模拟扫描枪</translation>
    </message>
    <message>
        <source>Simulated printer</source>
        <translation>模拟打印机</translation>
    </message>
    <message>
        <source>Also at hand</source>
        <translation>手边还有</translation>
    </message>
    <message>
        <source>A code nobody knows</source>
        <translation>未知条码</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>Command sheet</source>
        <translation>指令条码</translation>
    </message>
    <message>
        <source>Click a code: it is scanned</source>
        <translation>点击条码即扫描</translation>
    </message>
    <message>
        <source>Type any code</source>
        <translation>输入任意条码</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Scan this now</source>
        <translation>现在扫这个</translation>
    </message>
    <message>
        <source>Nothing to scan now</source>
        <translation>现在不用扫描</translation>
    </message>
    <message>
        <source>Test sheet</source>
        <translation>测试页</translation>
    </message>
    <message>
        <source>{name} · number {number} · PIN {pin}</source>
        <translation>{name} · 工号 {number} · PIN {pin}</translation>
    </message>
    <message>
        <source>Hide the guide</source>
        <translation>隐藏引导</translation>
    </message>
    <message>
        <source>Show the guide</source>
        <translation>显示引导</translation>
    </message>
    <message>
        <source>Scan the badge of {name}.</source>
        <translation>请扫 {name} 的工牌。</translation>
    </message>
    <message>
        <source>Every step is written down with the person who did it.</source>
        <translation>每一步都会记下是谁做的。</translation>
    </message>
    <message>
        <source>Type the PIN {pin} of {name}.</source>
        <translation>输入 {name} 的 PIN {pin}。</translation>
    </message>
    <message>
        <source>Who has no badge at hand signs in with number and PIN.</source>
        <translation>没带工牌的人用工号和 PIN 登录。</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>请稍等。</translation>
    </message>
    <message>
        <source>The bench fetches its orders, products and people.</source>
        <translation>工作台正在读取订单、商品和人员。</translation>
    </message>
    <message>
        <source>NEXT gives you an order.</source>
        <translation>扫“下一单”领取订单。</translation>
    </message>
    <message>
        <source>The bench reserves it, so that nobody else works on it.</source>
        <translation>订单会锁定给本台，别人不会重复处理。</translation>
    </message>
    <message>
        <source>Your box is ready: scan load {load}.</source>
        <translation>箱子已备好：请扫车次 {load}。</translation>
    </message>
    <message>
        <source>The truck of {carrier} takes it. An order is done when its box is on that truck.</source>
        <translation>由 {carrier} 的车运走。箱子装上这辆车，订单才算完成。</translation>
    </message>
    <message>
        <source>All orders are packed and gone.</source>
        <translation>所有订单都已打包出库。</translation>
    </message>
    <message>
        <source>Scan anything to look at it, or close the window.</source>
        <translation>可以扫任意条码查看，或关闭窗口。</translation>
    </message>
    <message>
        <source>Go to bin {bin} and scan its code.</source>
        <translation>走到库位 {bin}，扫库位码。</translation>
    </message>
    <message>
        <source>The scan proves that you stand at the right place.</source>
        <translation>扫码证明您没有走错货位。</translation>
    </message>
    <message>
        <source>Take {name} and scan it: {left} to go.</source>
        <translation>取 {name} 并扫码：还差 {left} 件。</translation>
    </message>
    <message>
        <source>Each unit is scanned, so that no wrong one goes along.</source>
        <translation>逐件扫码，不会拿错货。</translation>
    </message>
    <message>
        <source>Scan the lot number of {name}.</source>
        <translation>请扫 {name} 的批号。</translation>
    </message>
    <message>
        <source>If its maker calls a lot back, you know who has it.</source>
        <translation>厂家召回某批次时，能查到卖给了谁。</translation>
    </message>
    <message>
        <source>Scan the date on {name}.</source>
        <translation>请扫 {name} 上的有效期。</translation>
    </message>
    <message>
        <source>Goods past their date are refused.</source>
        <translation>过期商品会被拒绝。</translation>
    </message>
    <message>
        <source>Scan the serial number of {name}.</source>
        <translation>请扫 {name} 的序列号。</translation>
    </message>
    <message>
        <source>Guarantees and returns go by this number.</source>
        <translation>保修和退货都凭这个序列号。</translation>
    </message>
    <message>
        <source>Put it into tote {tote} and scan the tote.</source>
        <translation>放进周转箱 {tote}，再扫周转箱。</translation>
    </message>
    <message>
        <source>The tote takes the order from the shelves to the packing bench.</source>
        <translation>周转箱把货从货架送到打包台。</translation>
    </message>
    <message>
        <source>Take a box and scan it: {name}.</source>
        <translation>取一个纸箱并扫码：{name}。</translation>
    </message>
    <message>
        <source>The bench suggests the smallest box that holds everything.</source>
        <translation>工作台推荐能装下全部商品的最小纸箱。</translation>
    </message>
    <message>
        <source>Put {name} into the box and scan it: {left} to go.</source>
        <translation>把 {name} 装箱并扫码：还差 {left} 件。</translation>
    </message>
    <message>
        <source>The second scan checks what was picked.</source>
        <translation>再扫一次就是复核拣货。</translation>
    </message>
    <message>
        <source>All is in the box. OK closes it.</source>
        <translation>全部装好了，扫“确定”封箱。</translation>
    </message>
    <message>
        <source>Its shipping label is printed at once.</source>
        <translation>面单会立即打印。</translation>
    </message>
    <message>
        <source>Wait for the label.</source>
        <translation>请等面单打印。</translation>
    </message>
    <message>
        <source>The simulated printer shows what comes out.</source>
        <translation>模拟打印机会显示打印内容。</translation>
    </message>
    <message>
        <source>Stick the label on the box and scan it.</source>
        <translation>把面单贴到箱上，再扫面单。</translation>
    </message>
    <message>
        <source>This proves that the right label is on the right box.</source>
        <translation>证明面单和箱子没有贴错。</translation>
    </message>
    <message>
        <source>Scan the load of your truck.</source>
        <translation>请扫您这辆车的车次。</translation>
    </message>
    <message>
        <source>Each load has a carrier, a dock and a time to leave.</source>
        <translation>每个车次都有承运商、月台和发车时间。</translation>
    </message>
    <message>
        <source>Carry the box of {order} to the truck, scan its label.</source>
        <translation>把 {order} 的箱子搬到车旁，扫面单。</translation>
    </message>
    <message>
        <source>A box for another truck would be stopped here.</source>
        <translation>装错车的箱子在这里会被拦下。</translation>
    </message>
    <message>
        <source>Everything is on {load}. FINISH closes it.</source>
        <translation>{load} 已装齐，扫“完成”结束装车。</translation>
    </message>
    <message>
        <source>The driver&apos;s manifest is made, and the order has left the house.</source>
        <translation>生成司机的装车清单，订单出库。</translation>
    </message>
    <message>
        <source>FINISH: {load} has left.</source>
        <translation>扫“完成”：{load} 已发车。</translation>
    </message>
    <message>
        <source>Until then the load can be opened again.</source>
        <translation>发车前还可以重新打开车次。</translation>
    </message>
    <message>
        <source>Take the task that waits.</source>
        <translation>领取待办任务。</translation>
    </message>
    <message>
        <source>A pick has left too few in its bin; the rest lies in reserve.</source>
        <translation>拣货后库位存量不足，其余货物在存储区。</translation>
    </message>
    <message>
        <source>Go to {bin} and scan it.</source>
        <translation>去 {bin} 并扫描。</translation>
    </message>
    <message>
        <source>Only the scan of the bin shows that nobody takes from another one.</source>
        <translation>只有扫描库位才能确认没有取错地方。</translation>
    </message>
    <message>
        <source>Take {units} × {name}: type it, scan one.</source>
        <translation>取 {units} × {name}：输入数量，扫描一件。</translation>
    </message>
    <message>
        <source>A number and one scan count as many; a case counts what it holds.</source>
        <translation>输入数量再扫一次即可；整箱按箱内数量计。</translation>
    </message>
    <message>
        <source>Bring them to {bin} and scan it.</source>
        <translation>送到 {bin} 并扫描。</translation>
    </message>
    <message>
        <source>Goods are booked when it is known where they lie.</source>
        <translation>知道货物放在哪里后才记账。</translation>
    </message>
    <message>
        <source>Scan the codes of the test sheet.</source>
        <translation>请扫测试页上的条码。</translation>
    </message>
    <message>
        <source>They show how a scanner is set up. No order is changed.</source>
        <translation>用来检查扫描枪设置，不影响订单。</translation>
    </message>
    <message>
        <source>HOME leads back to work.</source>
        <translation>扫“主页”回去工作。</translation>
    </message>
    <message>
        <source>This screen only shows something.</source>
        <translation>本页仅供查看。</translation>
    </message>
    <message>
        <source>Answer what the screen asks.</source>
        <translation>请回答屏幕上的问题。</translation>
    </message>
    <message>
        <source>The marked code is the usual answer.</source>
        <translation>标出的条码是常用回答。</translation>
    </message>
    <message>
        <source>No label printed yet</source>
        <translation>还没有打印面单</translation>
    </message>
    <message>
        <source>Take off: {count}</source>
        <translation>需卸下：{count}</translation>
    </message>
    <message>
        <source>It was refused</source>
        <translation>被拒收</translation>
    </message>
    <message>
        <source>It was on the wrong truck</source>
        <translation>装错车</translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation>已破损</translation>
    </message>
    <message>
        <source>{decision} · {operator}, {at}</source>
        <translation>{decision} · {operator}，{at}</translation>
    </message>
    <message>
        <source>Solved: {decision} · {operator}, {at}</source>
        <translation>已处理：{decision} · {operator}，{at}</translation>
    </message>
    <message>
        <source>Over since {at}</source>
        <translation>{at} 已结束</translation>
    </message>
    <message>
        <source>Waiting for a person: {count}</source>
        <translation>等待处理：{count}</translation>
    </message>
    <message>
        <source>Nothing waits for a person</source>
        <translation>没有待处理的异常</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>{count} ×</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>MOVE</source>
        <translation>移库</translation>
    </message>
    <message>
        <source>bin to bin, status</source>
        <translation>库位移动、状态</translation>
    </message>
    <message>
        <source>In this bin</source>
        <translation>此库位现有</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>手上</translation>
    </message>
    <message>
        <source>Choose by its number</source>
        <translation>按编号选择</translation>
    </message>
    <message>
        <source>Nothing lies here</source>
        <translation>这里没有货物</translation>
    </message>
    <message>
        <source>Tasks that wait</source>
        <translation>待办任务</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>Nothing moved yet</source>
        <translation>还没有移动</translation>
    </message>
    <message>
        <source>bring to</source>
        <translation>送到</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>件在手上</translation>
    </message>
    <message>
        <source>of {owner}</source>
        <translation>货主 {owner}</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>现场总览</translation>
    </message>
    <message>
        <source>Alarms: {count}, new: {unheard}</source>
        <translation>告警：{count}，未确认：{unheard}</translation>
    </message>
    <message>
        <source>new</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>unseen</source>
        <translation>无人确认</translation>
    </message>
    <message>
        <source>touch: seen</source>
        <translation>点按确认</translation>
    </message>
    <message>
        <source>Sign in at the desk first</source>
        <translation>请先在工作台登录</translation>
    </message>
    <message>
        <source>That takes a supervisor</source>
        <translation>需要主管</translation>
    </message>
    <message>
        <source>Alarms cannot be sent</source>
        <translation>告警发送失败</translation>
    </message>
    <message>
        <source>Alarms are not kept</source>
        <translation>告警未记录</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Asking the centre</source>
        <translation>正在询问中心</translation>
    </message>
    <message>
        <source>The centre is away: as of {time}</source>
        <translation>中心未连接：数据截至 {time}</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Trucks</source>
        <translation>车次</translation>
    </message>
    <message>
        <source>No truck in the next 24 hours</source>
        <translation>未来 24 小时没有车次</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 个</translation>
    </message>
    <message>
        <source>{done} of {planned}</source>
        <translation>{done} / {planned}</translation>
    </message>
    <message>
        <source>packed by {time}</source>
        <translation>{time} 前打包完成</translation>
    </message>
    <message>
        <source>packed by {time}, or by {most}</source>
        <translation>{time} 完成，最迟 {most}</translation>
    </message>
    <message>
        <source>{count} {count:misses|miss} it</source>
        <translation>{count} 单赶不上</translation>
    </message>
    <message>
        <source>one more packer saves {count}</source>
        <translation>加一名打包员可多赶上 {count} 单</translation>
    </message>
    <message>
        <source>all packed</source>
        <translation>已全部打包</translation>
    </message>
    <message>
        <source>should have left</source>
        <translation>车应已发出</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>No station today</source>
        <translation>今天没有工位</translation>
    </message>
    <message>
        <source>{count}/h</source>
        <translation>{count} 单/时</translation>
    </message>
    <message>
        <source>HELP {minutes} min</source>
        <translation>求助 {minutes} 分钟</translation>
    </message>
    <message>
        <source>away {minutes} min</source>
        <translation>离线 {minutes} 分钟</translation>
    </message>
    <message>
        <source>old program {version}</source>
        <translation>旧版程序 {version}</translation>
    </message>
    <message>
        <source>idle {minutes} min</source>
        <translation>空闲 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Waits for a person: {count}</source>
        <translation>待人工处理：{count}</translation>
    </message>
    <message>
        <source>Oldest orders</source>
        <translation>最早的订单</translation>
    </message>
    <message>
        <source>No order is open</source>
        <translation>没有未完成的订单</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{days} {days:day|days}</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>Nothing can be said of it any more</source>
        <translation>已无可执行操作</translation>
    </message>
    <message>
        <source>On hold: {reason}</source>
        <translation>已挂起：{reason}</translation>
    </message>
    <message>
        <source>Priority {priority}</source>
        <translation>优先级 {priority}</translation>
    </message>
    <message>
        <source>{done} of {wanted} packed</source>
        <translation>已打包 {done}/{wanted}</translation>
    </message>
    <message>
        <source>Open at {station}</source>
        <translation>正在 {station} 处理</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>按人员</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Choose a time above</source>
        <translation>请在上方选择时间</translation>
    </message>
    <message>
        <source>Nothing in this time</source>
        <translation>这段时间没有数据</translation>
    </message>
    <message>
        <source>{since} to {until}</source>
        <translation>{since} 至 {until}</translation>
    </message>
    <message>
        <source>Save as {form}</source>
        <translation>保存为 {form}</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>the first {count}</source>
        <translation>前 {count} 个</translation>
    </message>
    <message>
        <source>the last {count}</source>
        <translation>最近 {count} 个</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Benches</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>One line that stands there until it is read</source>
        <translation>一行文字，显示到对方确认为止</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Messages that were sent</source>
        <translation>已发送的消息</translation>
    </message>
    <message>
        <source>To {station}</source>
        <translation>发给 {station}</translation>
    </message>
    <message>
        <source>Touch a bench</source>
        <translation>请选择工位</translation>
    </message>
    <message>
        <source>Sending ...</source>
        <translation>发送中…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Type one line of text</source>
        <translation>请输入一行文字</translation>
    </message>
    <message>
        <source>{name} read it at {time}</source>
        <translation>{name} 于 {time} 已阅</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>shown, not read</source>
        <translation>已显示，未读</translation>
    </message>
    <message>
        <source>not shown yet</source>
        <translation>尚未显示</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>In which language this window speaks until somebody signs in.</source>
        <translation>有人登录之前本窗口使用的语言。</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Light for bright halls, dark for the night.</source>
        <translation>明亮的库房用浅色，夜间用深色。</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>How loud all sounds of this window are; 0 is silent.</source>
        <translation>本窗口所有提示音的音量，0 为静音。</translation>
    </message>
    <message>
        <source>Sound: accepted</source>
        <translation>提示音：接受</translation>
    </message>
    <message>
        <source>A scan was right. One short high tone.</source>
        <translation>扫描正确。一声短高音。</translation>
    </message>
    <message>
        <source>Sound: line done</source>
        <translation>提示音：行完成</translation>
    </message>
    <message>
        <source>A line or step is done. Two rising tones.</source>
        <translation>一行或一步完成。两声升调。</translation>
    </message>
    <message>
        <source>Sound: all done</source>
        <translation>提示音：全部完成</translation>
    </message>
    <message>
        <source>A box or an order is done. Three rising tones.</source>
        <translation>一箱或一单完成。三声升调。</translation>
    </message>
    <message>
        <source>Sound: look here</source>
        <translation>提示音：请注意</translation>
    </message>
    <message>
        <source>Something needs attention. Two equal tones.</source>
        <translation>有事需要注意。两声同音。</translation>
    </message>
    <message>
        <source>Sound: refused</source>
        <translation>提示音：拒绝</translation>
    </message>
    <message>
        <source>A scan was refused. Two deep rough tones.</source>
        <translation>扫描被拒绝。两声低粗音。</translation>
    </message>
    <message>
        <source>Sound: stop</source>
        <translation>提示音：停止</translation>
    </message>
    <message>
        <source>Stop. Four deep tones, again until it is answered.</source>
        <translation>停止。四声低音，处理前会重复。</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>扫描枪</translation>
    </message>
    <message>
        <source>wedge types like a keyboard; others: serial:PORT, hid, evdev:PATH. None: wedge.</source>
        <translation>wedge 为键盘方式；其他：serial:端口、hid、evdev:路径。不填：wedge。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>电子秤</translation>
    </message>
    <message>
        <source>sics:PORT, 8217:PORT, nci:PORT or hid:PORT. None: there is no scale.</source>
        <translation>sics:端口、8217:端口、nci:端口或 hid:端口。不填：没有秤。</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>The first prints labels: tcp:HOST:PORT, usb:PORT, queue:NAME ... None: into files.</source>
        <translation>第一台打印面单：tcp:主机:端口、usb:端口、queue:名称等。不填：存为文件。</translation>
    </message>
    <message>
        <source>Paper of labels</source>
        <translation>面单纸张</translation>
    </message>
    <message>
        <source>Of printers whose spec does not name a paper.</source>
        <translation>用于没有写明纸张的打印机。</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>打印分辨率</translation>
    </message>
    <message>
        <source>Of a label printer that does not say it itself.</source>
        <translation>用于不能自报分辨率的面单打印机。</translation>
    </message>
    <message>
        <source>Printer draws by itself</source>
        <translation>打印机自行绘制</translation>
    </message>
    <message>
        <source>A Zebra draws text and bars itself: faster, with plain letters.</source>
        <translation>由斑马打印机绘制文字和条码：更快，字体较简单。</translation>
    </message>
    <message>
        <source>Lock scanners on a stop</source>
        <translation>停止时锁扫描枪</translation>
    </message>
    <message>
        <source>The trigger is locked until the stop is answered.</source>
        <translation>停止处理完之前锁住扳机。</translation>
    </message>
    <message>
        <source>Scale under the box</source>
        <translation>箱下称重</translation>
    </message>
    <message>
        <source>The box stands on the scale: every unit is weighed.</source>
        <translation>箱子放在秤上，每件都称重。</translation>
    </message>
    <message>
        <source>Test weight in grams</source>
        <translation>校验砝码（克）</translation>
    </message>
    <message>
        <source>The known weight of the self-test; 0: there is none.</source>
        <translation>自检用的已知重量，0 表示没有。</translation>
    </message>
    <message>
        <source>Name of the site</source>
        <translation>站点名称</translation>
    </message>
    <message>
        <source>As it stands on screens and papers.</source>
        <translation>显示在屏幕和单据上的名称。</translation>
    </message>
    <message>
        <source>Lock after seconds</source>
        <translation>锁屏秒数</translation>
    </message>
    <message>
        <source>Seconds without input until the screen locks.</source>
        <translation>无操作多少秒后锁屏。</translation>
    </message>
    <message>
        <source>Orders in reserve</source>
        <translation>备用订单数</translation>
    </message>
    <message>
        <source>So many orders a bench keeps claimed for times without the centre.</source>
        <translation>工作台为断网预留的订单数。</translation>
    </message>
    <message>
        <source>Badges without the centre</source>
        <translation>断网登录天数</translation>
    </message>
    <message>
        <source>So many days badges are believed without the centre; 0: without limit.</source>
        <translation>断开中心后工牌有效的天数，0 为不限。</translation>
    </message>
    <message>
        <source>Print packing slips</source>
        <translation>打印装箱单</translation>
    </message>
    <message>
        <source>The slip of each closed box goes to the last printer that takes PDF.</source>
        <translation>每箱封箱后装箱单送到最后一台支持 PDF 的打印机。</translation>
    </message>
    <message>
        <source>Reports of persons</source>
        <translation>个人报表</translation>
    </message>
    <message>
        <source>Reports may show single persons, to a supervisor.</source>
        <translation>报表可向主管显示个人数据。</translation>
    </message>
    <message>
        <source>Count low bins</source>
        <translation>低库存盘点</translation>
    </message>
    <message>
        <source>A bin in which a pick leaves so few units is counted; 0: only an empty one.</source>
        <translation>拣货后剩余很少的货位要盘点，0 表示只盘空货位。</translation>
    </message>
    <message>
        <source>Second count above</source>
        <translation>复盘阈值</translation>
    </message>
    <message>
        <source>A larger difference waits for a second person; 0: one person is enough.</source>
        <translation>差异更大时等第二人复盘，0 表示一人即可。</translation>
    </message>
    <message>
        <source>Not saved: {words}</source>
        <translation>没有保存：{words}</translation>
    </message>
    <message>
        <source>The disk is full. Nothing is changed.</source>
        <translation>磁盘已满，没有任何改动。</translation>
    </message>
    <message>
        <source>The settings&apos; file cannot be written. Nothing is changed.</source>
        <translation>设置文件不可写，没有任何改动。</translation>
    </message>
    <message>
        <source>The disk does not answer. Nothing is changed.</source>
        <translation>磁盘没有响应，没有任何改动。</translation>
    </message>
    <message>
        <source>Sign in at the desk first.</source>
        <translation>请先在工作台登录。</translation>
    </message>
    <message>
        <source>That takes a supervisor.</source>
        <translation>需要主管权限。</translation>
    </message>
    <message>
        <source>which date takes goods out of sale</source>
        <translation>以哪个日期下架</translation>
    </message>
    <message>
        <source>stock that lasts for fewer days is to be ordered</source>
        <translation>库存可供天数少于此数时应补货</translation>
    </message>
    <message>
        <source>of all amounts of money</source>
        <translation>所有金额的货币</translation>
    </message>
    <message>
        <source>what a minute of a person costs</source>
        <translation>一名人员每分钟的成本</translation>
    </message>
    <message>
        <source>what a printed label costs</source>
        <translation>每张面单的成本</translation>
    </message>
    <message>
        <source>what a carton costs that has no cost of its own</source>
        <translation>没有单独成本的纸箱的成本</translation>
    </message>
    <message>
        <source>what the carton of this id costs</source>
        <translation>该编号纸箱的成本</translation>
    </message>
    <message>
        <source>what a parcel with this carrier costs</source>
        <translation>该承运商每件包裹的成本</translation>
    </message>
    <message>
        <source>alarm: orders that will miss their truck, or have</source>
        <translation>报警：将错过或已错过车次的订单数</translation>
    </message>
    <message>
        <source>alarm: minutes that a begun order stands still</source>
        <translation>报警：已开始的订单停滞的分钟数</translation>
    </message>
    <message>
        <source>alarm: minutes without a word of a station where somebody is signed in</source>
        <translation>报警：有人登录的工作台失联的分钟数</translation>
    </message>
    <message>
        <source>alarm: minutes that a device needs a hand</source>
        <translation>报警：设备需要处理的分钟数</translation>
    </message>
    <message>
        <source>alarm: labels that failed at a station within alarm_printer_minutes</source>
        <translation>报警：在 alarm_printer_minutes 内一个工作台失败的面单数</translation>
    </message>
    <message>
        <source>within so many minutes failed labels are counted</source>
        <translation>统计失败面单的分钟数</translation>
    </message>
    <message>
        <source>alarm: goods missed in a bin within alarm_short_hours</source>
        <translation>报警：在 alarm_short_hours 内一个货位的缺货次数</translation>
    </message>
    <message>
        <source>within so many hours missed goods are counted</source>
        <translation>统计缺货的小时数</translation>
    </message>
    <message>
        <source>alarm: mis-scans of a pair within alarm_mix_up_days</source>
        <translation>报警：在 alarm_mix_up_days 内一对商品的扫错次数</translation>
    </message>
    <message>
        <source>within so many days mis-scans are counted</source>
        <translation>统计扫错的天数</translation>
    </message>
    <message>
        <source>alarm: a bin whose books say less than nothing (1 = yes)</source>
        <translation>报警：账面为负的货位（1 = 是）</translation>
    </message>
    <message>
        <source>alarm: released orders that wait for goods of one SKU</source>
        <translation>报警：等待同一货号的已放行订单数</translation>
    </message>
    <message>
        <source>an alarm escalates after so many minutes without a word (0 = never)</source>
        <translation>报警无人回应多少分钟后升级（0 = 不升级）</translation>
    </message>
    <message>
        <source>so many minutes all is well before an alarm is over</source>
        <translation>恢复正常多少分钟后报警结束</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Ordered</source>
        <translation>已下单</translation>
    </message>
    <message>
        <source>Picking</source>
        <translation>拣货中</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已出库</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>在途中</translation>
    </message>
    <message>
        <source>Arrived in destination city</source>
        <translation>已到达目的地城市</translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <translation>派送中</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接单</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Ready to pick</source>
        <translation>待拣货</translation>
    </message>
    <message>
        <source>Being picked</source>
        <translation>拣货中</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已拣货</translation>
    </message>
    <message>
        <source>Being packed</source>
        <translation>打包中</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>已打包</translation>
    </message>
</context>
<context>
    <name>Thing</name>
    <message>
        <source>a product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>a tote</source>
        <translation>周转箱</translation>
    </message>
    <message>
        <source>a bin</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>an order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>a parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>a load</source>
        <translation>车次</translation>
    </message>
    <message>
        <source>a badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>a box type</source>
        <translation>箱型</translation>
    </message>
    <message>
        <source>a serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>无法识别的条码</translation>
    </message>
    <message>
        <source>a command</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>a dock</source>
        <translation>月台</translation>
    </message>
    <message>
        <source>a scanner</source>
        <translation>扫描枪</translation>
    </message>
    <message>
        <source>a printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>a scale</source>
        <translation>电子秤</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Tote</source>
        <translation>周转箱</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>车次</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>工牌</translation>
    </message>
    <message>
        <source>Box type</source>
        <translation>箱型</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Orders with this in number, customer or tote</source>
        <translation>单号、客户或周转箱含此内容的订单</translation>
    </message>
    <message>
        <source>picker</source>
        <translation>拣货员</translation>
    </message>
    <message>
        <source>packer</source>
        <translation>打包员</translation>
    </message>
    <message>
        <source>loader</source>
        <translation>装车员</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>trainee</source>
        <translation>培训员工</translation>
    </message>
    <message>
        <source>pick face</source>
        <translation>拣货位</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>存储位</translation>
    </message>
    <message>
        <source>goods in</source>
        <translation>收货暂存</translation>
    </message>
    <message>
        <source>truck lane</source>
        <translation>装车道口</translation>
    </message>
    <message>
        <source>cell of a sorting wall</source>
        <translation>播种墙格口</translation>
    </message>
    <message>
        <source>shelf for parked orders</source>
        <translation>暂存货架</translation>
    </message>
    <message>
        <source>damaged goods</source>
        <translation>残次品</translation>
    </message>
    <message>
        <source>quarantine</source>
        <translation>隔离区</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>退货区</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>货架</translation>
    </message>
    <message>
        <source>available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>to be inspected</source>
        <translation>待检</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>残次</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>in quarantine</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>退货待分级</translation>
    </message>
    <message>
        <source>written off</source>
        <translation>已报废</translation>
    </message>
    <message>
        <source>wanted elsewhere</source>
        <translation>别处需要</translation>
    </message>
    <message>
        <source>looks wrong</source>
        <translation>看起来有问题</translation>
    </message>
    <message>
        <source>recalled</source>
        <translation>召回</translation>
    </message>
    <message>
        <source>looked at, good</source>
        <translation>检查合格</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>worthless</source>
        <translation>无价值</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>used here</source>
        <translation>自用</translation>
    </message>
    <message>
        <source>miscounted before</source>
        <translation>上次盘错</translation>
    </message>
    <message>
        <source>mispicked</source>
        <translation>拣错货</translation>
    </message>
    <message>
        <source>wrong bin</source>
        <translation>放错货位</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>人工指派</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>拣货短少</translation>
    </message>
    <message>
        <source>few left</source>
        <translation>余量不多</translation>
    </message>
    <message>
        <source>empty?</source>
        <translation>是否已空</translation>
    </message>
    <message>
        <source>below zero</source>
        <translation>账面为负</translation>
    </message>
    <message>
        <source>wrong lot</source>
        <translation>批次不符</translation>
    </message>
    <message>
        <source>found elsewhere</source>
        <translation>在别处找到</translation>
    </message>
    <message>
        <source>not booked in</source>
        <translation>漏记入库</translation>
    </message>
    <message>
        <source>not booked out</source>
        <translation>漏记出库</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>nobody knows</source>
        <translation>原因不明</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Unplugged</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Plug it in and switch it on.</source>
        <translation>请插好线缆并开机。</translation>
    </message>
    <message>
        <source>In use elsewhere</source>
        <translation>被占用</translation>
    </message>
    <message>
        <source>Another program holds it. Close that program.</source>
        <translation>被其他程序占用，请关闭该程序。</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>Install the udev rule (packaging/linux) and plug it in again.</source>
        <translation>请安装 udev 规则（packaging/linux），然后重新插拔。</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Check the cable, then switch it off and on.</source>
        <translation>请检查线缆，然后关机再开机。</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>Check the cable. It comes back by itself.</source>
        <translation>请检查线缆，会自动恢复连接。</translation>
    </message>
    <message>
        <source>Wrong protocol</source>
        <translation>协议不符</translation>
    </message>
    <message>
        <source>Check the protocol and speed set for it.</source>
        <translation>请检查为它设置的协议和波特率。</translation>
    </message>
    <message>
        <source>Endless data</source>
        <translation>数据异常</translation>
    </message>
    <message>
        <source>Unplug it, and check its settings.</source>
        <translation>请拔下设备，并检查其设置。</translation>
    </message>
    <message>
        <source>Software missing</source>
        <translation>缺少软件</translation>
    </message>
    <message>
        <source>Ask to have installed what the details name.</source>
        <translation>请让管理员安装详情中所列的软件。</translation>
    </message>
    <message>
        <source>Driver stopped</source>
        <translation>驱动已停止</translation>
    </message>
    <message>
        <source>Plug it in again. If it stays so, report it.</source>
        <translation>请重新插拔。若仍如此，请上报。</translation>
    </message>
    <message>
        <source>Paper out</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>Load paper and close the lid. The label may come out by itself.</source>
        <translation>请装纸并合上盖子。面单可能会自动打出。</translation>
    </message>
    <message>
        <source>Ribbon out</source>
        <translation>碳带用完</translation>
    </message>
    <message>
        <source>Load a ribbon and close the lid. The label may come out by itself.</source>
        <translation>请装碳带并合上盖子。面单可能会自动打出。</translation>
    </message>
    <message>
        <source>Lid open</source>
        <translation>盖子打开</translation>
    </message>
    <message>
        <source>Close the lid. The label may come out by itself.</source>
        <translation>请合上盖子。面单可能会自动打出。</translation>
    </message>
    <message>
        <source>Printer paused</source>
        <translation>打印机暂停</translation>
    </message>
    <message>
        <source>Press the pause key on the printer.</source>
        <translation>请按打印机上的暂停键。</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印中</translation>
    </message>
    <message>
        <source>Wait until it has finished.</source>
        <translation>请等待打印完成。</translation>
    </message>
    <message>
        <source>Paper jam</source>
        <translation>卡纸</translation>
    </message>
    <message>
        <source>Open it, take out what is stuck, close it.</source>
        <translation>请打开，取出卡住的纸，再合上。</translation>
    </message>
    <message>
        <source>Cutter stuck</source>
        <translation>切刀卡住</translation>
    </message>
    <message>
        <source>Switch it off, free the cutter, switch it on.</source>
        <translation>请关机，清理切刀，再开机。</translation>
    </message>
    <message>
        <source>Too hot</source>
        <translation>过热</translation>
    </message>
    <message>
        <source>Let it cool down. It goes on by itself.</source>
        <translation>请等它冷却，会自动继续。</translation>
    </message>
    <message>
        <source>Print head broken</source>
        <translation>打印头故障</translation>
    </message>
    <message>
        <source>Use another printer and call the service.</source>
        <translation>请换用其他打印机，并报修。</translation>
    </message>
    <message>
        <source>Printer error</source>
        <translation>打印机故障</translation>
    </message>
    <message>
        <source>Look at its display. Switch it off and on.</source>
        <translation>请查看其显示屏，关机再开机。</translation>
    </message>
    <message>
        <source>Wrong format</source>
        <translation>格式不符</translation>
    </message>
    <message>
        <source>Set this printer&apos;s language for this station.</source>
        <translation>请为本工位设置该打印机的语言。</translation>
    </message>
    <message>
        <source>Wrong resolution</source>
        <translation>分辨率不符</translation>
    </message>
    <message>
        <source>Set this printer&apos;s dpi for this station.</source>
        <translation>请为本工位设置该打印机的 dpi。</translation>
    </message>
    <message>
        <source>Name not found</source>
        <translation>找不到名称</translation>
    </message>
    <message>
        <source>Check the printer&apos;s address or queue name.</source>
        <translation>请检查打印机地址或队列名称。</translation>
    </message>
    <message>
        <source>Queue stopped</source>
        <translation>队列已停止</translation>
    </message>
    <message>
        <source>Start the printer&apos;s queue in the system.</source>
        <translation>请在系统中启动该打印队列。</translation>
    </message>
    <message>
        <source>Job lost</source>
        <translation>任务丢失</translation>
    </message>
    <message>
        <source>See that no label came out, then print it again.</source>
        <translation>请确认没有面单打出，再重新打印。</translation>
    </message>
    <message>
        <source>Folder unusable</source>
        <translation>文件夹不可用</translation>
    </message>
    <message>
        <source>Check that the folder is there and may be written.</source>
        <translation>请检查文件夹是否存在且可写。</translation>
    </message>
    <message>
        <source>Label not counted</source>
        <translation>面单未计数</translation>
    </message>
    <message>
        <source>Look whether a label came out.</source>
        <translation>请看面单是否打出。</translation>
    </message>
    <message>
        <source>Too heavy</source>
        <translation>超重</translation>
    </message>
    <message>
        <source>Take something off the scale.</source>
        <translation>请从秤上取下一些物品。</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>低于零点</translation>
    </message>
    <message>
        <source>Clear the scale, then zero it.</source>
        <translation>请清空秤盘，然后置零。</translation>
    </message>
    <message>
        <source>Scale is tared</source>
        <translation>秤已去皮</translation>
    </message>
    <message>
        <source>Empty the scale and clear its tare.</source>
        <translation>请清空秤盘并清除皮重。</translation>
    </message>
    <message>
        <source>Scale error</source>
        <translation>电子秤故障</translation>
    </message>
    <message>
        <source>Switch the scale off and on.</source>
        <translation>请关闭电子秤再打开。</translation>
    </message>
</context>
</TS>
